import { nextInSequence } from '../../../storage/transaction'
import { type ActorCtx, type Ctx, done, type Outcome, refuse } from '../context'
import { type BankDetails, bankDetails } from './bank-details'
import { isOwnerVerified } from './create-account'
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
  await ctx.tx
    .updateTable('sandbox_instrument')
    // Until the details exist, their column says when they will.
    .set({ iban_state: 'PENDING_ALLOCATION', bank_details: String(ctx.now() + ALLOCATION_MS) })
    .where('id', '=', id)
    .execute()
  return done({ state: 'PENDING_ALLOCATION', bankAccountDetails: [] })
}

/** The account's bank details, or how far their allocation is. Mirrors `managedAccountIBANGet`. */
export async function getIban(ctx: ActorCtx, id: string): Promise<Outcome<AccountIban, 'NOT_FOUND'>> {
  const account = await readOwnAccount(ctx, id)
  if (!account) return refuse('NOT_FOUND')
  const bankAccountDetails = account.iban_state === 'ALLOCATED' ? JSON.parse(account.bank_details) : []
  return done({ state: account.iban_state, bankAccountDetails })
}

/** Gives every account its details whose time has come; answers how many. */
export async function allocateDueIbans(ctx: Ctx): Promise<number> {
  const pending = ctx.tx
    .selectFrom('sandbox_instrument')
    .select(['id', 'currency', 'identity_id', 'bank_details'])
    .where('iban_state', '=', 'PENDING_ALLOCATION')
    .orderBy('id')
  const rows = await (ctx.engine === 'postgres' ? pending.forUpdate().skipLocked() : pending).execute()
  const due = rows.filter((row) => Number(row.bank_details) <= ctx.now())
  for (const account of due) {
    const owner = await ctx.tx
      .selectFrom('sandbox_identity')
      .select('name')
      .where('id', '=', account.identity_id)
      .executeTakeFirst()
    const number = String(10_000_000 + (await nextInSequence(ctx.tx, 'account-number')))
    const details = bankDetails(account.currency, owner?.name ?? '', number)
    await ctx.tx
      .updateTable('sandbox_instrument')
      .set({ iban_state: 'ALLOCATED', bank_details: JSON.stringify(details) })
      .where('id', '=', account.id)
      .execute()
  }
  return due.length
}

/** When the next allocation is due. */
export async function nextAllocation(ctx: Pick<Ctx, 'tx'>): Promise<number | undefined> {
  const rows = await ctx.tx
    .selectFrom('sandbox_instrument')
    .select('bank_details')
    .where('iban_state', '=', 'PENDING_ALLOCATION')
    .execute()
  const times = rows.map((row) => Number(row.bank_details))
  return times.length > 0 ? Math.min(...times) : undefined
}
