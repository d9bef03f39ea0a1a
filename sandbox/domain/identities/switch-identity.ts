import type * as z from 'zod'
import * as events from '../../../contract/events/identities'
import { revokeTokensOf } from '../access/tokens'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { emit } from '../outbox/emit'
import type { IdentityRow } from './credentials'
import { lockIdentity, rootOf } from './find-identity'

type Doer = z.infer<typeof events.ActionDoneBy>
type Reason = z.infer<typeof events.IdentityDeactivatedReasonCode>
type Refusal = 'NOT_FOUND' | 'STATE_INVALID'

/** Lets the people of an identity in again. Done in the vendor's portal, which is no part of the API. */
export async function activateIdentity(
  ctx: Ctx,
  { identityId, actionDoneBy = 'INNOVATOR' }: { identityId: string; actionDoneBy?: Doer },
): Promise<Outcome<undefined, Refusal>> {
  const identity = await lockIdentity(ctx, identityId)
  if (!identity) return refuse('NOT_FOUND')
  if (identity.active) return refuse('STATE_INVALID')
  await write(ctx, identity, 1)
  const { email: emailAddress } = await rootOf(ctx, identityId)
  const hook = identity.type === 'CORPORATE' ? events.corporateActivatedWatch : events.consumerActivatedWatch
  await emit(ctx, hook, { actionDoneBy, emailAddress })
  return done(undefined)
}

/** Keeps everybody of an identity out, at once; what it has stays where it is. Done in the vendor's portal. */
export async function deactivateIdentity(
  ctx: Ctx,
  {
    identityId,
    reasonCode,
    actionDoneBy = 'INNOVATOR',
  }: { identityId: string; reasonCode: Reason; actionDoneBy?: Doer },
): Promise<Outcome<undefined, Refusal>> {
  const identity = await lockIdentity(ctx, identityId)
  if (!identity) return refuse('NOT_FOUND')
  if (!identity.active) return refuse('STATE_INVALID')
  await write(ctx, identity, 0)
  const logins = ctx.tx.selectFrom('sandbox_credential').select('id').where('identity_id', '=', identityId)
  for (const { id } of await logins.execute()) await revokeTokensOf(ctx, id)
  const { email: emailAddress } = await rootOf(ctx, identityId)
  const hook = identity.type === 'CORPORATE' ? events.corporateDeactivatedWatch : events.consumerDeactivatedWatch
  await emit(ctx, hook, { actionDoneBy, emailAddress, reasonCode })
  return done(undefined)
}

async function write(ctx: Ctx, { id }: IdentityRow, active: 0 | 1): Promise<void> {
  await ctx.tx.updateTable('sandbox_identity').set({ active }).where('id', '=', id).execute()
}
