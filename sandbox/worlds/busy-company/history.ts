import type { Actor } from '../../domain/context'
import { bookDeposit } from '../../domain/deposits/book-deposit'
import { chargeFee } from '../../domain/fees/charge-fee'
import { type Batch, flushBatch, openBatch } from '../../domain/ledger/batch'
import { programme } from '../../domain/programme'
import { createSend } from '../../domain/sends/create-send'
import { createTransfer } from '../../domain/transfers/create-transfer'
import { confirmWire } from '../../domain/wires/confirm-wire'
import { createWire } from '../../domain/wires/create-wire'
import { breathe, must, type Site } from '../world'
import { type AccountKey, type Accounts, account, accounts, card } from './accounts'
import { type Card, takesMoney } from './cards'
import { customers, of } from './names'
import type { Payees } from './payees'
import { HOUR, MINUTE, SECOND } from './weeks'

export type Firm = { root: Actor; ids: Accounts; payees: Payees; kestrel: { EUR: string; GBP: string } }
type Random = (low: number, high: number) => number

const DEPOSITS = 40
const WIRES = 10
/** Every fifteenth of a batch goes to Kestrel. */
const SENDS = 15

/** One by one: what customers pay, what the bank takes, what goes out to suppliers. About a day long. */
export async function singleDeeds(site: Site, firm: Firm, between: Random, start: number): Promise<void> {
  let instant = start
  const next = () => {
    instant += between(8, 16) * MINUTE
    return instant
  }
  for (let count = 0; count < DEPOSITS; count++) {
    const key = of(['operating', 'operating', 'ukOperating', 'usSales'] as const, count)
    const { currency } = accounts[key]
    const amount = between(2_000, 60_000) * 100
    const from = { senderName: of(customers, between(0, 9)), senderIban: 'DE89370400440532013000' }
    const reference = `INV-${between(10_000, 99_999)}`
    await must(bookDeposit(site.at(next()), { accountId: firm.ids[key], currency, amount, ...from, reference }))
  }
  for (let count = 0; count < WIRES; count++) {
    await payByWire(site, firm, between, next())
    await site.settle(instant + MINUTE)
  }
  for (const key of ['operating', 'ukOperating'] as const) {
    const source = account(firm.ids[key])
    await must(chargeFee(site.as(firm.root, next()), { feeType: 'MONTHLY_SUBSCRIPTION', source, payer: 'CORPORATE' }))
  }
}

/** Most go to trusted payees and need no code; somebody looks at what the payee's bank said. */
async function payByWire(site: Site, { root, ids, payees }: Firm, between: Random, instant: number): Promise<void> {
  const inPounds = between(0, 4) === 0
  const [source, currency] = inPounds ? [ids.ukOperating, 'GBP'] : [ids.suppliers, 'EUR']
  const beneficiaryId = inPounds ? of(payees.uk, between(0, 400)) : of(payees.iban, between(0, 2000))
  const wire = await must(
    createWire(site.as(root, instant), {
      profileId: programme.profiles.outgoingWires,
      tag: 'suppliers',
      sourceInstrument: account(source),
      transferAmount: { currency, amount: between(300, 9_000) * 100 },
      description: `Invoice ${between(1000, 9999)}`,
      destinationBeneficiary: { beneficiaryId },
    }),
  )
  if (wire.state === 'PENDING_CONFIRMATION') await must(confirmWire(site.as(root, instant + 20 * SECOND), wire.id))
}

/** Hundreds at a time, as bulks do it: money for cards and back, between accounts, and to Kestrel. Some four days long. */
export async function batchedDeeds(
  site: Site,
  firm: Firm,
  cards: readonly Card[],
  between: Random,
  { transfers, start }: { transfers: number; start: number },
): Promise<void> {
  const { ids, kestrel } = firm
  const deeds = Math.ceil((transfers * SENDS) / (SENDS - 1))
  const purses = cards.filter(takesMoney)
  const ends = [...Object.values(ids), ...Object.values(kestrel), ...purses.map(({ id }) => id)]
  const batch = await openBatch(site.at(start), 2 * deeds, ends)
  const every = Math.floor((90 * HOUR) / deeds)
  let instant = start
  for (let count = 0; count < deeds; count++) {
    instant += every
    if (count % SENDS === SENDS - 1) await sendToKestrel(site, firm, batch, between, instant)
    else await move(site, firm, batch, purses, between, instant)
    await breathe()
  }
  await flushBatch(site.at(instant), batch)
}

async function sendToKestrel(site: Site, firm: Firm, batch: Batch, between: Random, instant: number): Promise<void> {
  const currency = between(0, 3) === 0 ? 'GBP' : 'EUR'
  const source = currency === 'EUR' ? firm.ids.suppliers : firm.ids.ukOperating
  await must(
    createSend(
      { ...site.as(firm.root, instant), batch },
      {
        profileId: programme.profiles.sends,
        tag: 'kestrel',
        description: 'Weekly order',
        source: account(source),
        destination: { beneficiaryId: firm.payees.kestrel[currency] },
        destinationAmount: { currency, amount: between(20, 900) * 100 },
      },
    ),
  )
}

/** Pairs between which money goes to and fro. */
const routes: readonly (readonly [AccountKey, AccountKey])[] = [
  ['operating', 'suppliers'],
  ['operating', 'payroll'],
  ['operating', 'marketing'],
  ['operating', 'taxes'],
  ['operating', 'reserve'],
  ['ukOperating', 'ukFleet'],
]

async function move(
  site: Site,
  { root, ids }: Firm,
  batch: Batch,
  purses: readonly Card[],
  between: Random,
  instant: number,
): Promise<void> {
  const onCards = purses.length > 0 && between(0, 9) < 6
  const purse = onCards ? of(purses, between(0, purses.length - 1)) : undefined
  const [from, to] = purse
    ? ([purse.currency === 'EUR' ? 'operating' : 'ukOperating', undefined] as const)
    : of(routes, between(0, 5))
  const near = account(ids[from])
  const far = purse ? card(purse.id) : account(to === undefined ? '' : ids[to])
  // Back where there is enough to give back; suppliers are paid by wire, so that there less of it returns.
  const held = batch.instruments.get(far.id)?.available_balance ?? 0
  const amount = purse ? between(15, 400) * 100 : between(100, 12_000) * 100
  const back = held > 2 * amount && between(0, 9) < (to === 'suppliers' ? 3 : 5)
  await must(
    createTransfer(
      { ...site.as(root, instant), batch },
      {
        profileId: programme.profiles.transfers,
        tag: purse ? 'cards' : 'treasury',
        description: back ? 'Given back' : purse ? 'Card money' : 'Set aside',
        source: back ? far : near,
        destination: back ? near : far,
        destinationAmount: { currency: accounts[from].currency, amount },
      },
    ),
  )
}
