import { locked } from '../../../storage/lock'
import { nextInSequence } from '../../../storage/transaction'
import { type ActorCtx, type Ctx, done, type Outcome, refuse } from '../context'
import { later } from '../due/later'
import { isOwnerVerified } from '../identities/owner-verified'
import { emitIban } from './account-event'
import { type BankDetails, bankDetails } from './bank-details'
import { type AccountRow, findOwnAccount, readOwnAccount } from './find-account'

type AccountIban = { state: AccountRow['iban_state']; bankAccountDetails: BankDetails[] }
type Refusal =
  | 'NOT_FOUND'
  | 'INSTRUMENT_IS_NOT_ACTIVE'
  | 'INSTRUMENT_ALREADY_UPGRADED_TO_IBAN'
  | 'IBAN_ALREADY_REQUESTED'
  | 'OWNER_NOT_VERIFIED'

/** How long the bank behind the sandbox takes to allocate. */
export const ALLOCATION_MS = 3000

/** Asks for bank details of its own for an account; they come a little later. Mirrors `managedAccountsIBANUpgrade`. */
export async function requestIban(ctx: ActorCtx, id: string): Promise<Outcome<AccountIban, Refusal>> {
  const account = await findOwnAccount(ctx, id)
  if (!account) return refuse('NOT_FOUND')
  if (account.state !== 'ACTIVE') return refuse('INSTRUMENT_IS_NOT_ACTIVE')
  if (account.iban_state === 'ALLOCATED') return refuse('INSTRUMENT_ALREADY_UPGRADED_TO_IBAN')
  if (account.iban_state === 'PENDING_ALLOCATION') return refuse('IBAN_ALREADY_REQUESTED')
  if (!(await isOwnerVerified(ctx))) return refuse('OWNER_NOT_VERIFIED')
  const row = await ctx.tx
    .updateTable('sandbox_instrument')
    .set({ iban_state: 'PENDING_ALLOCATION' })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await emitIban(ctx, row, 'REQUESTED')
  await later(ctx, 'iban', id, ctx.now() + ALLOCATION_MS)
  return done({ state: 'PENDING_ALLOCATION', bankAccountDetails: [] })
}

/** The account's bank details, or how far their allocation is. Mirrors `managedAccountIBANGet`. */
export async function getIban(ctx: ActorCtx, id: string): Promise<Outcome<AccountIban, 'NOT_FOUND'>> {
  const account = await readOwnAccount(ctx, id)
  if (!account) return refuse('NOT_FOUND')
  const bankAccountDetails = account.iban_state === 'ALLOCATED' ? JSON.parse(account.bank_details) : []
  return done({ state: account.iban_state, bankAccountDetails })
}

/** Gives an account the bank details that were requested for it. */
export async function allocateIban(ctx: Ctx, id: string): Promise<void> {
  const query = ctx.tx
    .selectFrom('sandbox_instrument')
    .select(['currency', 'identity_id'])
    .where('id', '=', id)
    .where('iban_state', '=', 'PENDING_ALLOCATION')
  const account = await locked(ctx.engine, query).executeTakeFirst()
  if (!account) return
  const owner = await ctx.tx
    .selectFrom('sandbox_identity')
    .select('name')
    .where('id', '=', account.identity_id)
    .executeTakeFirst()
  const number = String(10_000_000 + (await nextInSequence(ctx.tx, 'account-number')))
  const details = bankDetails(account.currency, owner?.name ?? '', number)
  const row = await ctx.tx
    .updateTable('sandbox_instrument')
    .set({ iban_state: 'ALLOCATED', bank_details: JSON.stringify(details) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await emitIban(ctx, row, 'CREATED')
}
