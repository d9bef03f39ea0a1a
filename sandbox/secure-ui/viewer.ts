import { findActor, readToken, touchToken } from '../domain/access/tokens'
import type { Actor } from '../domain/context'
import { openAssociation } from '../domain/secure/associate'
import type { Sandbox } from '../sandbox'

/** Who is signed in behind an `authorization` header: a bearer token of the API, or an association that stands for one. */
export async function findViewer(sandbox: Sandbox, authorization: string | undefined): Promise<Actor | undefined> {
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  if (!given) return undefined
  const { keys, store, clock } = sandbox
  const own = await readToken(keys, given)
  const tokenId = own ?? (await associated(sandbox, given))
  const found = tokenId ? await findActor(store, tokenId, clock.now()) : undefined
  if (found?.actor.tokenKind !== 'ACCESS') return undefined
  // As every other call made with the token does.
  if (own) await touchToken(store, found, clock.now())
  return found.actor
}

/** Whether values may be shown to this person: after step-up, unless the sandbox was told not to ask for any. */
export const maySee = ({ settings }: Sandbox, viewer: Actor): boolean => viewer.steppedUp || settings.stepUp === 'off'

async function associated(sandbox: Sandbox, token: string): Promise<string | undefined> {
  const opened = await sandbox.run((ctx) => openAssociation(ctx, sandbox.keys, token))
  return opened.ok ? opened.value : undefined
}
