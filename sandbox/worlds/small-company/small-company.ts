import { blockAccount } from '../../domain/accounts/block-account'
import { createAccount } from '../../domain/accounts/create-account'
import { requestIban } from '../../domain/accounts/iban'
import type { Actor } from '../../domain/context'
import { bookDeposit } from '../../domain/deposits/book-deposit'
import { programme } from '../../domain/programme'
import { cancelTransfers } from '../../domain/transfers/cancel-transfers'
import { createTransfer } from '../../domain/transfers/create-transfer'
import { must, type Site, type World } from '../world'
import { settle, signIns } from './people'
import { type AccountKey, accountKeys, accounts, DAYS, type Deed, plan } from './plan'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Northwind Trading Ltd: approved, three people, seven accounts in three currencies, two months of history. */
export const smallCompany: World = {
  what: 'A company with three people, seven accounts in three currencies and two months of history.',
  signIns,
  build,
}

async function build(site: Site): Promise<void> {
  const firstDay = Math.floor(site.now / DAY) * DAY - DAYS * DAY
  const ada = await settle(site, firstDay)
  const ids = await openAccounts(site, ada, firstDay + 10 * MINUTE)
  for (const deed of plan()) await run(site, ada, ids, deed, firstDay + deed.day * DAY + deed.minute * MINUTE)
  await must(blockAccount(site.as(ada, site.now - DAY), ids('closed')))
  await orderAhead(site, ada, ids)
}

type Ids = (key: AccountKey) => string

async function openAccounts(site: Site, ada: Actor, start: number): Promise<Ids> {
  const opened = new Map<AccountKey, string>()
  let instant = start
  for (const key of accountKeys) {
    instant += MINUTE
    const { friendlyName, currency, tag } = accounts[key]
    const profileId = programme.profiles.managedAccounts
    const { id } = await must(createAccount(site.as(ada, instant), { profileId, friendlyName, currency, tag }))
    if (key !== 'closed') await must(requestIban(site.as(ada, instant), id))
    opened.set(key, id)
  }
  await site.settle(instant + MINUTE)
  return (key) => opened.get(key) ?? ''
}

async function run(site: Site, ada: Actor, ids: Ids, deed: Deed, instant: number): Promise<void> {
  const { currency } = accounts[deed.to]
  if (deed.kind === 'deposit') {
    const { sender: senderName, reference, amount } = deed
    const senderIban = 'DE89370400440532013000'
    await must(
      bookDeposit(site.at(instant), { accountId: ids(deed.to), currency, amount, senderName, senderIban, reference }),
    )
    return
  }
  await must(createTransfer(site.as(ada, instant), transfer(ids, deed.from, deed.to, deed)))
}

/** One transfer waits for its day; another one was called off. */
async function orderAhead(site: Site, ada: Actor, ids: Ids): Promise<void> {
  const weekly = { amount: 2_500_00, description: 'Weekly supplier float', tag: 'weekly' }
  const calledOff = { ...weekly, scheduledTimestamp: String(site.now + DAY) }
  const past = site.as(ada, site.now - 3 * DAY)
  const { id } = await must(createTransfer(past, transfer(ids, 'operating', 'supplier', calledOff)))
  const cancellationReason = 'Paid by card'
  await must(cancelTransfers(site.as(ada, site.now - 2 * DAY), [{ id, cancellationReason }]))
  const ahead = { ...weekly, scheduledTimestamp: String(site.now + 3 * DAY) }
  await must(createTransfer(site.as(ada, site.now - 60 * MINUTE), transfer(ids, 'operating', 'supplier', ahead)))
}

type Order = { amount: number; description: string; tag: string; scheduledTimestamp?: string }

function transfer(ids: Ids, from: AccountKey, to: AccountKey, { amount, description, tag, scheduledTimestamp }: Order) {
  return {
    profileId: programme.profiles.transfers,
    tag,
    description,
    source: { type: 'managed_accounts', id: ids(from) },
    destination: { type: 'managed_accounts', id: ids(to) },
    destinationAmount: { currency: accounts[to].currency, amount },
    ...(scheduledTimestamp && { scheduledTimestamp }),
  } as const
}
