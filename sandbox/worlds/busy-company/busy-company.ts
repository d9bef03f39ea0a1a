import { blockAccount } from '../../domain/accounts/block-account'
import { blockAccountBySystem } from '../../domain/accounts/block-account-by-system'
import { removeAccount } from '../../domain/accounts/remove-account'
import type { Actor } from '../../domain/context'
import { tidyWebhooks } from '../../domain/outbox/tidy-webhooks'
import { chance, must, type Site, type World } from '../world'
import { openAccount, openAccounts } from './accounts'
import { runBulks } from './bulks'
import { type Card, goesOn, issue, meetFate } from './cards'
import { batchedDeeds, type Firm, singleDeeds } from './history'
import { linkAccounts, linkAnother } from './linked'
import { leaveLooseEnds } from './loose-ends'
import { addPayees, leavePayeesOpen } from './payees'
import { foundBoth, signIns, takeOnStaff } from './people'
import { buy } from './purchases'
import { DAY, full, HOUR, MINUTE, type Size, WEEK } from './weeks'

/**
 * Brightwater Logistics: a year of a company with 44 users, 400 cards, twelve accounts, 3,000 payees and 100,000 rows in
 * the ledger, and something in every state that lasts. Two weeks of setting up, fifty of history, two days of loose ends.
 */
export const busyCompany: World = {
  what: 'A year of a company with 44 users, 400 cards, twelve accounts, 3,000 payees and 100,000 rows in the ledger.',
  signIns,
  build: (site) => build(site, full),
  version: 1,
}

/** The same of any size. */
export async function build(site: Site, size: Size): Promise<void> {
  const firstDay = Math.floor(site.now / DAY) * DAY - 2 * DAY - (size.weeks + 2) * WEEK
  const random = chance(20_260_606)
  const between = (low: number, high: number) => Math.floor(low + random() * (high - low + 1))

  const { root, kestrel } = await foundBoth(site, firstDay)
  const staff = await takeOnStaff(site, root, firstDay + HOUR)
  const ids = await openAccounts(site, root, firstDay + 8 * DAY)
  const theirs = await openKestrelsAccounts(site, kestrel, firstDay + 9 * DAY)
  const payees = await addPayees(site, root, theirs, { batches: size.payeeBatches, start: firstDay + 10 * DAY })
  await linkAccounts(site, root, firstDay + 12 * DAY)
  const firm: Firm = { root, ids, payees, kestrel: theirs }

  const cards = await liveOn(site, { ...firm, staff }, between, { ...size, start: firstDay + 2 * WEEK })

  const end = firstDay + (size.weeks + 2) * WEEK
  await must(blockAccountBySystem(site.at(end), ids.dispute))
  await must(blockAccount(site.as(root, end + MINUTE), ids.season))
  await must(removeAccount(site.as(root, end + 2 * MINUTE), ids.oldProject))
  await runBulks(site, firm, cards, end + HOUR)
  await leavePayeesOpen(site, root, end + 14 * HOUR)
  await linkAnother(site, root, end + 20 * HOUR)
  await leaveLooseEnds(site, firm, end + 24 * HOUR)
  await site.settle(site.now)
  await tidyWebhooks(site.at(site.now))
}

async function openKestrelsAccounts(site: Site, kestrel: Actor, start: number): Promise<Firm['kestrel']> {
  const open = (currency: string, instant: number) =>
    openAccount(site, kestrel, { friendlyName: `Sales ${currency}`, currency, tag: 'sales', iban: true }, instant)
  const theirs = { EUR: await open('EUR', start), GBP: await open('GBP', start + MINUTE) }
  await site.settle(start + 2 * MINUTE)
  return theirs
}

/** A week's cards are issued in it; what becomes of each is settled six weeks later, or in the last week. */
async function liveOn(
  site: Site,
  firm: Firm & { staff: readonly string[] },
  between: (low: number, high: number) => number,
  { weeks, cards, transfers, start }: Size & { start: number },
): Promise<Card[]> {
  const all: Card[] = []
  let inUse: Card[] = []
  let met = 0
  // The last three weeks bring no new ones.
  const share = (week: number) => Math.ceil((cards * Math.min(week, weeks - 3)) / (weeks - 3))
  for (let week = 0; week < weeks; week++) {
    const monday = start + week * WEEK
    await singleDeeds(site, firm, between, monday + 7 * HOUR)
    let instant = monday + 26 * HOUR
    for (; all.length < share(week + 1); instant += 3 * MINUTE) {
      const card = await issue(site, firm, all.length, instant)
      all.push(card)
      inUse.push(card)
    }
    const due = week === weeks - 1 ? all.length : share(Math.max(0, week - 6))
    for (; met < due; instant += 11 * MINUTE) {
      const card = all[met++]
      if (card) await meetFate(site, firm.root, card, instant)
    }
    const gone = new Set(all.slice(0, met).filter((card) => !goesOn(card)))
    inUse = inUse.filter((card) => !gone.has(card))
    if (instant > monday + 42 * HOUR) throw new Error('a day of the plan is too short')
    await buy(site, inUse, between, { count: 16, start: monday + 43 * HOUR })
    await batchedDeeds(site, firm, inUse, between, { transfers, start: monday + 48 * HOUR })
    // As the sandbox would have done every ten minutes: nobody looks at last year's messages.
    await tidyWebhooks(site.at(monday + WEEK))
  }
  return all
}
