import { createAccount } from '../../domain/accounts/create-account'
import { requestIban } from '../../domain/accounts/iban'
import type { Actor } from '../../domain/context'
import { bookDeposit } from '../../domain/deposits/book-deposit'
import { chargeFee } from '../../domain/fees/charge-fee'
import { programme } from '../../domain/programme'
import { createTransfer } from '../../domain/transfers/create-transfer'
import { must, type Site, type World } from '../world'
import { settleIn, signIns } from './person'
import { type AccountKey, accountKeys, accounts, DAYS, type Deed, plan } from './plan'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Clara Stone: a consumer, approved, with three accounts in two currencies and two months of history. */
export const consumer: World = {
  what: 'A consumer, approved, with three accounts in two currencies and two months of history.',
  signIns,
  build,
}

async function build(site: Site): Promise<void> {
  const firstDay = Math.floor(site.now / DAY) * DAY - DAYS * DAY
  const clara = await settleIn(site, firstDay)
  const ids = await openAccounts(site, clara, firstDay + 60 * MINUTE)
  for (const deed of plan()) await run(site, clara, ids, deed, firstDay + deed.day * DAY + deed.minute * MINUTE)
}

type Ids = (key: AccountKey) => string

async function openAccounts(site: Site, clara: Actor, start: number): Promise<Ids> {
  const opened = new Map<AccountKey, string>()
  let instant = start
  for (const key of accountKeys) {
    instant += MINUTE
    const order = { profileId: programme.profiles.managedAccounts, ...accounts[key] }
    const { id } = await must(createAccount(site.as(clara, instant), order))
    await must(requestIban(site.as(clara, instant), id))
    opened.set(key, id)
  }
  await site.settle(instant + MINUTE)
  return (key) => opened.get(key) ?? ''
}

async function run(site: Site, clara: Actor, ids: Ids, deed: Deed, instant: number): Promise<void> {
  switch (deed.kind) {
    case 'deposit': {
      const { to, amount, sender: senderName, reference } = deed
      const { currency } = accounts[to]
      const senderIban = 'IE29AIBK93115212345678'
      const deposit = { accountId: ids(to), currency, amount, senderName, senderIban, reference }
      await must(bookDeposit(site.at(instant), deposit))
      return
    }
    case 'transfer': {
      const { from, to, amount, description } = deed
      const order = {
        profileId: programme.profiles.transfers,
        description,
        source: { type: 'managed_accounts', id: ids(from) },
        destination: { type: 'managed_accounts', id: ids(to) },
        destinationAmount: { currency: accounts[to].currency, amount },
      } as const
      await must(createTransfer(site.as(clara, instant), order))
      return
    }
    case 'fee': {
      const source = { type: 'managed_accounts', id: ids(deed.from) } as const
      await must(chargeFee(site.as(clara, instant), { feeType: deed.feeType, source, payer: 'CONSUMER' }))
      return
    }
    default: {
      const never: never = deed
      return never
    }
  }
}
