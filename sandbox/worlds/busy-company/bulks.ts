import type { BulkItem, BulkPath } from '../../domain/bulks/operations'
import { cancelBulk, executeBulk, pauseBulk } from '../../domain/bulks/steer-bulk'
import { submitBulk } from '../../domain/bulks/submit-bulk'
import { programme } from '../../domain/programme'
import { runBulk } from '../run-bulk'
import { must, type Site } from '../world'
import { account, accounts } from './accounts'
import type { Card } from './cards'
import type { Firm } from './history'
import { of } from './names'
import { HOUR, MINUTE } from './weeks'

type Transfer = { from: keyof typeof accounts; to: keyof typeof accounts; amount: number }
type Bulk = { path: BulkPath; items: BulkItem[]; rows?: number; after?: 'paused' | 'cancelled' }

const many = (count: number, item: (index: number) => BulkItem) => Array.from({ length: count }, (_, at) => item(at))

/** Bulks in every state that lasts, an hour apart: of those with `rows` so many have run. */
export async function runBulks(site: Site, firm: Firm, cards: readonly Card[], start: number): Promise<void> {
  const { ids, root } = firm
  const transfer = ({ from, to, amount }: Transfer, index: number): BulkItem => ({
    requestBody: {
      profileId: programme.profiles.transfers,
      tag: `row-${index + 1}`,
      description: 'Monthly run',
      source: account(ids[from]),
      destination: account(ids[to]),
      destinationAmount: { currency: accounts[from].currency, amount },
    },
  })
  const payroll = (count: number) =>
    many(count, (at) => transfer({ from: 'operating', to: 'payroll', amount: 1000 + at }, at))
  const blockable = cards.filter(({ fate }) => fate === 'pays').slice(0, 20)
  const onCards = blockable.map(({ id }): BulkItem => ({ pathParams: { _id_: id } }))
  const rules = { requestBody: { blockedMerchantCategories: ['5813', '7995'] } }

  const bulks: readonly Bulk[] = [
    { path: '/transfers', items: payroll(600), rows: 600 },
    // Every seventh asks for more than there is.
    {
      path: '/transfers',
      items: many(280, (at) => transfer({ from: 'reserve', to: 'taxes', amount: at % 7 === 6 ? 10 ** 12 : 5000 }, at)),
      rows: 280,
    },
    {
      path: '/transfers',
      items: many(40, (at) => transfer({ from: 'dispute', to: 'operating', amount: 100 }, at)),
      rows: 40,
    },
    { path: '/transfers', items: payroll(200), rows: 100, after: 'cancelled' },
    { path: '/transfers', items: payroll(400), rows: 200, after: 'paused' },
    { path: '/sends', items: many(50, () => sendItem(firm)), after: 'cancelled' },
    { path: '/outgoing_wire_transfers', items: many(120, (at) => wireItem(firm, at)) },
    { path: '/managed_cards/_id_/block', items: onCards, rows: onCards.length },
    { path: '/managed_cards/_id_/unblock', items: onCards, rows: onCards.length },
    {
      path: '/managed_cards/_id_/spend_rules',
      items: onCards.map((on) => ({ ...on, ...rules })),
      rows: 8,
      after: 'paused',
    },
    { path: '/users', items: many(6, (at) => userItem(at)), rows: 6 },
  ]
  for (const [index, bulk] of bulks.entries()) await runOne(site, root, bulk, start + index * HOUR)
}

async function runOne(
  site: Site,
  root: Firm['root'],
  { path, items, rows, after }: Bulk,
  instant: number,
): Promise<void> {
  const { bulkId } = await must(submitBulk(site.as(root, instant), path, items))
  if (rows !== undefined) {
    await must(executeBulk(site.as(root, instant + MINUTE), bulkId, {}))
    await runBulk(site, bulkId, rows, instant + 2 * MINUTE)
  }
  if (after === 'paused') await must(pauseBulk(site.as(root, instant + 5 * MINUTE), bulkId))
  if (after === 'cancelled') await must(cancelBulk(site.as(root, instant + 5 * MINUTE), bulkId))
}

const sendItem = ({ ids, payees }: Firm): BulkItem => ({
  requestBody: {
    profileId: programme.profiles.sends,
    source: account(ids.suppliers),
    destination: { beneficiaryId: payees.kestrel.EUR },
    destinationAmount: { currency: 'EUR', amount: 50_00 },
  },
})

const wireItem = ({ ids, payees }: Firm, index: number): BulkItem => ({
  requestBody: {
    profileId: programme.profiles.outgoingWires,
    sourceInstrument: account(ids.suppliers),
    transferAmount: { currency: 'EUR', amount: 120_00 + index },
    description: `Invoice ${7000 + index}`,
    destinationBeneficiary: { beneficiaryId: of(payees.iban, index) },
  },
})

/** Two of them have addresses that somebody has already. */
const userItem = (index: number): BulkItem => ({
  requestBody: {
    name: 'Temp',
    surname: `Worker ${'ABCDEF'[index]}`,
    email: index % 3 === 2 ? 'user-01@brightwater.example' : `temp-${index + 1}@brightwater.example`,
    tag: 'season',
  },
})
