import { nextInSequence, type Tx } from '../../storage/transaction'
import { createAccount } from '../domain/accounts/create-account'
import { allocateIban, requestIban } from '../domain/accounts/iban'
import { createCard } from '../domain/cards/create-card'
import type { Actor, ActorCtx } from '../domain/context'
import { bookDeposit } from '../domain/deposits/book-deposit'
import { type DueKind, dueHandlers } from '../domain/due/handlers'
import { noLonger } from '../domain/due/later'
import { registerApprovedCorporate } from '../domain/identities/register-corporate'
import { programme } from '../domain/programme'
import { createTransfer } from '../domain/transfers/create-transfer'
import type { Sandbox } from '../sandbox'
import { rootActor } from '../worlds/actor'
import { must, openSite, type SignIn, type Site } from '../worlds/world'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const password = 'Sandbox-2026!'

/** A company of a scenario's own, approved, whose root user does what is done. */
export type Company = {
  root: Actor
  /** The root user as a verb sees them at an instant. */
  at: (instant: number) => ActorCtx
  signIn: SignIn
}

/** Where a scenario is built: a site in the world that is there, with an own number that keeps addresses apart. */
export type Scene = Site & {
  number: number
  /** Founds a company some time ago (ms). */
  company: (ago?: number) => Promise<Company>
  /** A prepaid card in euro that holds `amount` (minor units), or a debit card on an account. Answers its id. */
  card: (company: Company, order: CardOrder) => Promise<string>
  /** Opens an account of a company that holds `amount` (minor units), with bank details where wanted. Answers its id. */
  account: (company: Company, order: AccountOrder) => Promise<string>
  /** Lets something that was ordered for later happen at an instant; nobody else does it then. */
  happens: (kind: DueKind, subject: string, instant: number) => Promise<void>
}
export type AccountOrder = {
  name: string
  instant: number
  currency?: string
  amount?: number
  iban?: boolean
  lowBalanceThreshold?: number
}

export type CardOrder = {
  instant: number
  /** Put on it from a new account. */
  amount?: number
  /** Left out: a prepaid card. */
  parent?: string
}

/** Opens a scene in a transaction. */
export async function openScene(sandbox: Sandbox, tx: Tx): Promise<Scene> {
  const site = openSite(sandbox, tx, sandbox.newId)
  const number = await nextInSequence(tx, 'scenario')

  const happens: Scene['happens'] = async (kind, subject, instant) => {
    await noLonger(site.at(instant), kind, subject)
    await dueHandlers[kind](site.at(instant), subject)
  }
  const company: Scene['company'] = async (ago = 30 * DAY) => {
    // A scenario may need several.
    const number = await nextInSequence(tx, 'scenario')
    const email = `root-${number}@scenarios.example`
    const { identityId, rootUserId } = await registerApprovedCorporate(site.at(site.now - ago), {
      profileId: programme.profiles.corporate,
      tag: `scenario-${number}`,
      company: {
        name: `Scenario ${number} Ltd`,
        type: 'LLC',
        registrationNumber: String(61_000_000 + number),
        countryOfRegistration: 'GB',
      },
      ipAddress: '192.0.2.90',
      acceptedTerms: true,
      baseCurrency: 'EUR',
      rootUser: {
        name: 'Sam',
        surname: 'Stage',
        email,
        password,
        mobile: { countryCode: '+44', number: String(7_700_910_000 + number) },
        companyPosition: 'DIRECTOR',
        dateOfBirth: { year: 1984, month: 4, day: 2 },
      },
    })
    const root = rootActor({ type: 'CORPORATE', id: identityId }, rootUserId)
    return { root, at: (instant) => site.as(root, instant), signIn: { email, password, role: 'Root user' } }
  }
  const account: Scene['account'] = async ({ at }, { name, instant, currency = 'EUR', amount = 0, iban, ...more }) => {
    const order = { profileId: programme.profiles.managedAccounts, friendlyName: name, currency, ...more }
    const { id } = await must(createAccount(at(instant), order))
    if (iban) {
      await must(requestIban(at(instant), id))
      await noLonger(at(instant), 'iban', id)
      await allocateIban(at(instant), id)
    }
    const money = { accountId: id, currency, amount, senderName: 'Scenario customer', reference: 'OPENING' }
    if (amount > 0) await must(bookDeposit(at(instant), { ...money, senderIban: 'DE89370400440532013000' }))
    return id
  }
  const card: Scene['card'] = async (company, { instant, amount = 0, parent }) => {
    const common = { friendlyName: 'Scenario card', nameOnCard: 'SAM STAGE', billingAddress, tag: 'scenario' }
    // Whoever has not stepped up is shown no number: no token is made for it.
    const ctx = site.as({ ...company.root, steppedUp: false }, instant)
    const { prepaidCards, debitCards, transfers } = programme.profiles
    const { id } = await must(
      parent === undefined
        ? createCard(ctx, site.keys, { ...common, mode: 'PREPAID_MODE', profileId: prepaidCards, currency: 'EUR' })
        : createCard(ctx, site.keys, {
            ...common,
            mode: 'DEBIT_MODE',
            profileId: debitCards,
            parentManagedAccountId: parent,
          }),
    )
    if (amount > 0) {
      const source = await account(company, { name: 'Card money', amount, instant })
      const destination = { type: 'managed_cards', id } as const
      const destinationAmount = { currency: 'EUR', amount }
      await must(
        createTransfer(ctx, { profileId: transfers, source: instrument(source), destination, destinationAmount }),
      )
    }
    return id
  }
  return { ...site, number, company, account, card, happens }
}

const billingAddress = { addressLine1: '3 Stage Door', city: 'Leeds', postCode: 'LS1 4AP', country: 'GB' }

/** A managed account, as orders name it. */
export const instrument = (id: string) => ({ type: 'managed_accounts' as const, id })
