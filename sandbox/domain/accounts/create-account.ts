import type { Req } from '../../../contract/endpoint'
import type { ManagedAccount, managedAccountCreate } from '../../../contract/managed-accounts'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { isOwnerVerified } from '../identities/owner-verified'
import { ownerOf } from '../outbox/owner'
import { programme, supportedCurrencies } from '../programme'
import { emitAccount } from './account-event'
import { accountView } from './account-view'

type Order = Req<typeof managedAccountCreate>['body']
type Refusal = 'PROFILE_NOT_FOUND' | 'CURRENCY_NOT_SUPPORTED_BY_PROFILE' | 'OWNER_IDENTITY_NOT_VERIFIED'

/** Opens an empty account for an identity whose checks are done. Mirrors `managedAccountCreate`. */
export async function createAccount(ctx: ActorCtx, order: Order): Promise<Outcome<ManagedAccount, Refusal>> {
  if (order.profileId !== programme.profiles.managedAccounts) return refuse('PROFILE_NOT_FOUND')
  if (!supportedCurrencies.includes(order.currency)) return refuse('CURRENCY_NOT_SUPPORTED_BY_PROFILE')
  if (!(await isOwnerVerified(ctx))) return refuse('OWNER_IDENTITY_NOT_VERIFIED')
  const row = await ctx.tx
    .insertInto('sandbox_instrument')
    .values({
      id: ctx.newId(),
      type: 'managed_accounts',
      identity_id: ctx.actor.identityId,
      profile_id: order.profileId,
      friendly_name: order.friendlyName,
      currency: order.currency,
      tag: order.tag ?? null,
      state: 'ACTIVE',
      blocked_reason: null,
      destroyed_reason: null,
      available_balance: 0,
      actual_balance: 0,
      low_balance_threshold: order.lowBalanceThreshold ?? null,
      iban_state: 'UNALLOCATED',
      bank_details: '[]',
      created_at: ctx.now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await emitAccount(ctx, row, ownerOf(ctx.actor), 'CREATED')
  return done(accountView(row))
}
