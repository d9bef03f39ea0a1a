import { randomBytes } from 'node:crypto'
import type { Store } from '../../storage/open'
import { openStore } from '../../storage/open'
import { inTransaction } from '../../storage/transaction'
import { createAccount } from '../domain/accounts/create-account'
import type { Actor, ActorCtx } from '../domain/context'
import { bookDeposit } from '../domain/deposits/book-deposit'
import type { MoneyCtx } from '../domain/ledger/batch'
import { checkBooks } from '../domain/ledger/check-books'
import { programme } from '../domain/programme'
import { type Clock, createClock } from '../effects/clock'
import { assemble, type Sandbox } from '../sandbox'

/** A sandbox with one verified company, to try verbs on without signing in. */
export type Bank = {
  store: Store
  sandbox: Sandbox
  actor: Actor
  /** Runs a verb as the company's root user, in a transaction of its own. */
  run: <T>(verb: (ctx: ActorCtx & MoneyCtx) => Promise<T>) => Promise<T>
  /** Opens an account that holds `amount`. */
  account: (currency: string, amount: number, friendlyName?: string) => Promise<string>
  balance: (id: string) => Promise<number>
  /** Rules of the books that are broken, with what breaks them; empty when all is well. */
  broken: () => Promise<string[]>
  close: () => Promise<void>
}

/** Makes a bank on an empty database; `kyb` is the state of the company's checks. */
export async function openBank(
  on: string | Store = ':memory:',
  options: { clock?: Clock; kyb?: string } = {},
): Promise<Bank> {
  const store = typeof on === 'string' ? await openStore(on) : on
  const bank = bankOn(store, newActor(), options.clock)
  await addCompany(store, bank.actor, bank.sandbox.clock.now(), options.kyb ?? 'APPROVED')
  return bank
}

/** The same bank again, after a restart. */
export async function reopenBank(url: string, actor: Actor, clock?: Clock): Promise<Bank> {
  return bankOn(await openStore(url), actor, clock)
}

function bankOn(store: Store, actor: Actor, clock: Clock = createClock()): Bank {
  const sandbox = assemble({
    store,
    clock,
    secret: randomBytes(32),
    apiKey: 'key',
    uiKey: 'ui',
    secureOrigin: 'http://localhost:1',
  })
  const run: Bank['run'] = (verb) => inTransaction(store, (tx) => verb({ ...sandbox.ctx(tx), actor }))
  const balance = async (id: string) => {
    const row = await store.db
      .selectFrom('sandbox_instrument')
      .select('available_balance')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return row.available_balance
  }
  const account: Bank['account'] = async (currency, amount, friendlyName = `${currency} account`) => {
    const order = { profileId: programme.profiles.managedAccounts, friendlyName, currency }
    const created = await run((ctx) => createAccount(ctx, order))
    if (!created.ok) throw new Error(created.refusal)
    const accountId = created.value.id
    const money = { accountId, currency, amount, senderName: 'Sender', senderIban: 'IE00', reference: 'opening' }
    if (amount > 0) await run((ctx) => bookDeposit(ctx, money))
    return accountId
  }
  const broken = async () =>
    (await checkBooks(store.db)).flatMap(({ rule, violations }) => violations.map((v) => `${rule}: ${v}`))
  return { store, sandbox, actor, run, account, balance, broken, close: store.close }
}

let companies = 0
export function newActor(): Actor {
  companies += 1
  const unique = `${process.pid}${Date.now()}${companies}`
  return {
    credentialId: `7${unique}`,
    credentialType: 'ROOT',
    identityId: `8${unique}`,
    identityType: 'CORPORATE',
    tokenId: '1',
    tokenKind: 'ACCESS',
    steppedUp: true,
  }
}

export async function addCompany(store: Store, actor: Actor, now: number, kyb = 'APPROVED'): Promise<void> {
  await store.db
    .insertInto('sandbox_identity')
    .values({
      id: actor.identityId,
      type: actor.identityType,
      name: 'Test Company',
      document: '{}',
      kyi_status: kyb,
      created_at: now,
    })
    .execute()
  await store.db
    .insertInto('sandbox_credential')
    .values({
      id: actor.credentialId,
      identity_id: actor.identityId,
      type: actor.credentialType,
      email: 'root@example.test',
      name: 'Ada',
      surname: 'Test',
      mobile_country_code: null,
      mobile_number: null,
      active: 1,
      email_verified: 1,
      document: '{}',
      password_hash: null,
      password_history: '[]',
      password_expires_at: 0,
      failed_logins: 0,
      locked_until: 0,
      created_at: now,
    })
    .execute()
}
