import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { changeCredentialDocument } from '../identities/credential-document'
import { findOwnUser } from './find-user'
import { shutOut } from './shut-out'

/** Lets a user in again, and forgives the wrong passwords that may have shut them out. Mirrors `userActivate`. */
export async function activateUser(ctx: ActorCtx, id: string): Promise<Outcome<undefined, 'NOT_FOUND'>> {
  const user = await findOwnUser(ctx, id)
  if (!user) return refuse('NOT_FOUND')
  const fresh = { active: 1, failed_logins: 0, locked_until: 0 } as const
  await ctx.tx.updateTable('sandbox_credential').set(fresh).where('id', '=', id).execute()
  await changeCredentialDocument(ctx, id, { locks: 0 })
  return done(undefined)
}

/** Keeps a user out: their sessions end at once. Whoever is out already stays out. Mirrors `userDeactivate`. */
export async function deactivateUser(ctx: ActorCtx, id: string): Promise<Outcome<undefined, 'NOT_FOUND'>> {
  const user = await findOwnUser(ctx, id)
  if (!user) return refuse('NOT_FOUND')
  if (user.active) await shutOut(ctx, user, { actionDoneBy: 'INNOVATOR', reasonCode: 'UNDEFINED_REASON' })
  return done(undefined)
}
