import { type UserDeactivatedEvent, userDeactivatedWatch } from '../../../contract/events/access'
import { revokeTokensOf } from '../access/tokens'
import type { Ctx } from '../context'
import type { CredentialRow } from '../identities/credentials'
import { emit } from '../outbox/emit'

/** Keeps a login out from this moment on, with every session it has, and tells the platform. */
export async function shutOut(
  ctx: Ctx,
  login: Pick<CredentialRow, 'id' | 'email'>,
  why: Pick<UserDeactivatedEvent, 'actionDoneBy' | 'reasonCode'>,
): Promise<void> {
  await ctx.tx.updateTable('sandbox_credential').set({ active: 0 }).where('id', '=', login.id).execute()
  await revokeTokensOf(ctx, login.id)
  await emit(ctx, userDeactivatedWatch, { ...why, emailAddress: login.email })
}
