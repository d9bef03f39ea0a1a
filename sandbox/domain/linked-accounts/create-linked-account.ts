import type { AccountReference, LinkedAccount } from '../../../contract/linked-accounts'
import { locked } from '../../../storage/lock'
import { type ActorCtx, type Ctx, done, type Outcome, refuse } from '../context'
import { programme } from '../programme'
import { type Checked, checkOrder, type LinkOrder, type OrderRefusal } from './check-order'
import { findLinkedSender, type LinkedAccountRow } from './find-linked-account'
import { linkedAccountView } from './linked-account-view'
import { tellLinkedAccount } from './move-linked-account'
import { findLanding, isManagedAccount, type Landing } from './own-references'
import { referenceKey } from './reference-key'
import { openVerification } from './verification-run'

type Refusal = OrderRefusal | 'LINKED_ACCOUNT_ALREADY_ADDED' | 'MANAGED_ACCOUNT_MISSING' | 'THIS_IS_A_MANAGED_ACCOUNT'

/**
 * Begins to link an account at another bank. It needs an account here, in its currency and with bank details, for the
 * transfer that proves who holds it; a removed or rejected one may be linked again. Mirrors `linkedAccountCreate`.
 */
export async function createLinkedAccount(ctx: ActorCtx, order: LinkOrder): Promise<Outcome<LinkedAccount, Refusal>> {
  const checked = checkOrder(order, ctx.actor)
  if (!checked.ok) return checked
  const { currency, reference } = checked.value
  const { identityId } = ctx.actor
  if (await isManagedAccount(ctx, reference)) return refuse('THIS_IS_A_MANAGED_ACCOUNT')
  const landing = await findLanding(ctx, identityId, currency)
  if (!landing) return refuse('MANAGED_ACCOUNT_MISSING')
  // One identity links one account after the other, so that none is linked twice.
  const identity = ctx.tx.selectFrom('sandbox_identity').select('id').where('id', '=', identityId)
  await locked(ctx.engine, identity).execute()
  if (await findLinkedSender(ctx, identityId, reference)) return refuse('LINKED_ACCOUNT_ALREADY_ADDED')
  const row = await insertLinkedAccount(ctx, identityId, { ...order, ...checked.value }, landing)
  return done(linkedAccountView(row, ctx.actor.identityType))
}

type NewLinkedAccount = Checked & Omit<LinkOrder, 'accountReference'> & { reference: AccountReference }

/** Writes a linked account whose verification begins now, and tells the platform. */
export async function insertLinkedAccount(
  ctx: Ctx,
  identityId: string,
  order: NewLinkedAccount,
  landing: Landing,
): Promise<LinkedAccountRow> {
  const row: LinkedAccountRow = {
    id: ctx.newId(),
    identity_id: identityId,
    profile_id: programme.profiles.linkedAccounts,
    tag: order.tag ?? null,
    // A form may send an empty one; answers name at least one character.
    friendly_name: order.friendlyName || null,
    name: order.name,
    type: order.type,
    currency: order.currency,
    country: order.country,
    state: 'PENDING_VERIFICATION',
    reference_key: referenceKey(order.reference),
    reference: JSON.stringify(order.reference),
    created_at: ctx.now(),
  }
  await ctx.tx.insertInto('sandbox_linked_account').values(row).execute()
  await openVerification(ctx, row, landing)
  await tellLinkedAccount(ctx, row, 'PENDING_VERIFICATION')
  return row
}
