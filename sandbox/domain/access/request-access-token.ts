import type { requestAccessToken as endpoint } from '../../../contract/access'
import type { Req, Res } from '../../../contract/endpoint'
import type { Keys } from '../../keys'
import { announceLogin } from '../challenges/announce'
import { type ActorCtx, type Ctx, done, type Outcome, refuse } from '../context'
import {
  type CredentialRow,
  credentialsId,
  findCredential,
  findIdentity,
  identityId,
  loginsOf,
} from '../identities/credentials'
import { issueToken, takeOneTimeToken } from './tokens'

type Refusal = 'NOT_FOUND' | 'FORBIDDEN' | 'UNAUTHORIZED' | 'LOCKED'

/**
 * Chooses an identity: answers a token that opens it. Who asks is said by the bearer token or by the one-time token of a
 * phone, which has proved enough for a session that is stepped up. There are no delegated clients here. Mirrors
 * `requestAccessToken`.
 */
export async function requestAccessToken(
  ctx: Ctx & Partial<ActorCtx>,
  keys: Keys,
  { identity, token, clientAssertion }: Req<typeof endpoint>['body'],
): Promise<Outcome<Res<typeof endpoint>, Refusal>> {
  if (clientAssertion !== undefined) return refuse('FORBIDDEN')
  const asking = await whoAsks(ctx, keys, token)
  if (!asking) return refuse('FORBIDDEN')
  const { me, steppedUp } = asking
  if (me.locked_until > ctx.now()) return refuse('LOCKED')
  const login = (await loginsOf(ctx, me.email)).find((each) => each.active && each.identity_id === identity.id)
  const found = login && (await findIdentity(ctx, login.identity_id))
  if (!login || !found) return refuse('NOT_FOUND')
  if (found.type !== identity.type) return refuse('UNAUTHORIZED')
  const who = { credentialId: login.id, identityId: found.id }
  const issued = await issueToken(ctx, keys, { ...who, kind: 'ACCESS', steppedUp })
  await announceLogin(ctx, login.id, 'ACCESS_TOKEN', 'VERIFIED')
  const status = steppedUp ? ('STEPPED_UP' as const) : ('STANDARD' as const)
  return done({ token: issued, identity: identityId(found), credentials: credentialsId(login), status })
}

/** The person who asks. Two tokens must be one person's. */
async function whoAsks(
  ctx: Ctx & Partial<ActorCtx>,
  keys: Keys,
  token: string | undefined,
): Promise<{ me: CredentialRow; steppedUp: boolean } | undefined> {
  const { actor } = ctx
  const bearer = actor && (await findCredential(ctx, actor.credentialId))
  if (token === undefined) return bearer && { me: bearer, steppedUp: actor.steppedUp }
  const credentialId = await takeOneTimeToken(ctx, keys, token)
  const me = credentialId === undefined ? undefined : await findCredential(ctx, credentialId)
  if (!me?.active || (bearer && bearer.email !== me.email)) return undefined
  return { me, steppedUp: true }
}
