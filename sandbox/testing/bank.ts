import { randomBytes } from 'node:crypto'
import type { CorporateCreateRequest } from '../../contract/corporates'
import type { Store } from '../../storage/open'
import { openStore } from '../../storage/open'
import { inTransaction } from '../../storage/transaction'
import { createAccount } from '../domain/accounts/create-account'
import type { Actor, ActorCtx } from '../domain/context'
import { bookDeposit } from '../domain/deposits/book-deposit'
import { createCorporate } from '../domain/identities/create-corporate'
import { sendRootEmailCode, verifyRootEmail } from '../domain/identities/email-verification'
import { reviewIdentity } from '../domain/identities/review-identity'
import { startKyb } from '../domain/identities/start-check'
import type { MoneyCtx } from '../domain/ledger/batch'
import { checkBooks } from '../domain/ledger/check-books'
import { programme } from '../domain/programme'
import { type Clock, createClock } from '../effects/clock'
import { createIds } from '../effects/ids'
import { assemble, type Sandbox } from '../sandbox'
import { must } from '../worlds/world'

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

type Kyb = 'PENDING_REVIEW' | 'APPROVED'

/** Makes a bank on an empty database; `kyb` is the state of the company's checks. */
export async function openBank(
  on: string | Store = ':memory:',
  options: { clock?: Clock; kyb?: Kyb } = {},
): Promise<Bank> {
  const sandbox = sandboxOn(typeof on === 'string' ? await openStore(on) : on, options.clock)
  const actor = newActor()
  const { kyb = 'APPROVED' } = options
  await addCompany(sandbox.store, actor, sandbox.clock.now(), { kyb, email: 'root@example.test' })
  return bankOn(sandbox, actor)
}

/** The same bank again, after a restart. */
export async function reopenBank(url: string, actor: Actor, clock?: Clock): Promise<Bank> {
  return bankOn(sandboxOn(await openStore(url), clock), actor)
}

const sandboxOn = (store: Store, clock: Clock = createClock()): Sandbox =>
  assemble({ store, clock, secret: randomBytes(32), apiKey: 'key', uiKey: 'ui', secureOrigin: 'http://localhost:1' })

function bankOn(sandbox: Sandbox, actor: Actor): Bank {
  const { store } = sandbox
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

const company = (email: string): CorporateCreateRequest => ({
  profileId: programme.profiles.corporate,
  rootUser: {
    name: 'Ada',
    surname: 'Test',
    email,
    mobile: { countryCode: '+44', number: '7700900100' },
    companyPosition: 'DIRECTOR',
  },
  company: { name: 'Test Company', type: 'LLC', registrationNumber: '12345678', registrationCountry: 'GB' },
  ipAddress: '192.0.2.1',
  baseCurrency: 'EUR',
})

/** Takes a company, with `actor` as its root user, as far through its check as asked. */
export async function addCompany(
  store: Store,
  actor: Actor,
  now: number,
  { kyb = 'APPROVED', email = `root-${actor.credentialId}@example.test` }: { kyb?: Kyb; email?: string } = {},
): Promise<void> {
  // The first two things that are made, identity and root user, get the ids that the test has chosen.
  const ids = [actor.identityId, actor.credentialId]
  const fresh = createIds(() => now)
  await inTransaction(store, async (tx) => {
    const ctx = { ...sandboxOn(store).ctx(tx), now: () => now, newId: () => ids.shift() ?? fresh() }
    const { id, rootUser } = await must(createCorporate(ctx, company(email)))
    // Somebody who has another company here has proved the address before.
    if (!rootUser.emailVerified) {
      await must(sendRootEmailCode(ctx, { email, type: 'CORPORATE' }))
      await must(verifyRootEmail(ctx, { email, type: 'CORPORATE', verificationCode: programme.otpCode }))
    }
    await must(startKyb({ ...ctx, actor }))
    await must(reviewIdentity(ctx, { identityId: id.id, outcome: 'PENDING_REVIEW' }))
    if (kyb === 'APPROVED') await must(reviewIdentity(ctx, { identityId: id.id, outcome: 'APPROVED' }))
    // What the platform heard on the way is not what a test is about.
    await tx.deleteFrom('sandbox_webhook').where('event', 'like', 'corporates_kyb%').execute()
  })
}
