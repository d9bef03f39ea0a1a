import type { Ctx } from '../context'

/** The other side of money that enters or leaves the bank: a row like any instrument's, which may go below zero. */
export const worldAccount = (currency: string): string => `system:world:${currency}`

/** Where the fees that the programme charges are collected. */
export const feesAccount = (currency: string): string => `system:fees:${currency}`

export const isSystemAccount = (account: string): boolean => account.startsWith('system:')

/** Opens the system account when it is needed for the first time. */
export async function ensureSystemAccount(ctx: Ctx, id: string, currency: string): Promise<void> {
  await ctx.tx
    .insertInto('sandbox_instrument')
    .values({
      id,
      type: 'managed_accounts',
      // No identity has this id, so the account is in nobody's list.
      identity_id: 'system',
      profile_id: '0',
      friendly_name: id,
      currency,
      tag: null,
      state: 'NOT_ENABLED',
      blocked_reason: null,
      destroyed_reason: null,
      available_balance: 0,
      actual_balance: 0,
      low_balance_threshold: null,
      iban_state: 'UNALLOCATED',
      bank_details: '[]',
      created_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}
