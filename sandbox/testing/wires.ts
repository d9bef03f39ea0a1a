import type { OutgoingWireTransferOrder } from '../../contract/wire-transfers'
import type { Store } from '../../storage/open'
import { bookDeposit } from '../domain/deposits/book-deposit'
import { runDue } from '../domain/due/run-due'
import { confirmWire } from '../domain/wires/confirm-wire'
import { wireConfirmation } from '../domain/wires/confirmation'
import { createWire } from '../domain/wires/create-wire'
import { getWire } from '../domain/wires/get-wire'
import { simulateSettlement } from '../domain/wires/simulate-settlement'
import { createClock } from '../effects/clock'
import { openBank } from './bank'
import { germanIban, openLanding } from './trust'

export type WireBank = Awaited<ReturnType<typeof openWireBank>>
type Order = OutgoingWireTransferOrder
type Amend = Partial<Order>

/** A payee in America, whom only SWIFT reaches: no payee check. */
export const swiftPayee = {
  name: 'Pacific Trading Inc',
  account: '12345678901',
  bankIdentifierCode: 'CHASUS33',
  address: '1 Harbor Way, Seattle',
  bankCountry: 'US',
}
export const ukPayee = (accountNumber: string) => ({
  name: 'Jane Doe',
  type: 'PERSONAL' as const,
  accountNumber,
  sortCode: '200000',
})
/** A German account whose number ends in `ending`, which decides what its bank says of the payee. */
export const ibanEnding = (ending: number) => germanIban(532_000 * 100 + ending)

export const from = (id: string): Pick<Order, 'sourceInstrument'> => ({
  sourceInstrument: { type: 'managed_accounts', id },
})
export const to = (destinationBeneficiary: Order['destinationBeneficiary']): Pick<Order, 'destinationBeneficiary'> => ({
  destinationBeneficiary,
})

/** The answer, or a test that fails with the refusal. */
export function sure<T>(outcome: { ok: true; value: T } | { ok: false; refusal: string }): T {
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

/** A bank whose company has well filled accounts in three currencies, and what tests of wires do with it. */
export async function openWireBank(store: string | Store) {
  const clock = createClock()
  const bank = await openBank(store, { clock })

  async function funded(currency: string, amount = 100_000_000) {
    const accountId = await bank.run((ctx) => openLanding(ctx, currency))
    const sender = { senderName: 'Sender', senderIban: 'IE00', reference: 'opening' }
    await bank.run((ctx) => bookDeposit(ctx, { accountId, currency, amount, ...sender }))
    return accountId
  }
  const [euros, pounds, dollars] = [await funded('EUR'), await funded('GBP'), await funded('USD')]

  const order = (more: Amend = {}): Order => ({
    profileId: '3003',
    ...from(euros),
    transferAmount: { currency: 'EUR', amount: 5000 },
    description: 'Invoice 7',
    ...to({ name: 'Blue Harbour GmbH', iban: ibanEnding(0) }),
    ...more,
  })
  const inPounds = (more: Amend = {}) =>
    order({ ...from(pounds), transferAmount: { currency: 'GBP', amount: 5000 }, ...to(ukPayee('31510100')), ...more })
  const inDollars = (more: Amend = {}) =>
    order({
      ...from(dollars),
      transferAmount: { currency: 'USD', amount: 5000 },
      ...to(swiftPayee),
      purpose: 'Goods',
      ...more,
    })

  const send = (input: Order) => bank.run((ctx) => createWire(ctx, input))
  const made = async (input: Order) => sure(await send(input))
  const got = async (id: string) => sure(await bank.run((ctx) => getWire(ctx, id)))
  const look = (id: string) => bank.run((ctx) => confirmWire(ctx, id))
  /** What the engine of challenges does when the code was right. */
  const verify = (...ids: string[]) =>
    bank.run(async (ctx) => {
      const checked = await wireConfirmation.check(ctx, ids)
      if (checked.ok) await wireConfirmation.confirmed(ctx, ids)
      return checked
    })

  return {
    ...bank,
    clock,
    dollars,
    funded,
    order,
    inPounds,
    inDollars,
    send,
    made,
    got,
    stateOf: async (id: string) => (await got(id)).state,
    look,
    verify,
    settle: (id: string, verdict: 'accept' | 'reject') => bank.run((ctx) => simulateSettlement(ctx, id, verdict)),
    /** A wire that is confirmed: on its way, or scheduled. */
    sent: async (input: Order) => {
      const { id, state } = await made(input)
      if (state === 'PENDING_CONFIRMATION') sure(await look(id))
      sure(await verify(id))
      return id
    },
    /** Lets time pass, and everything happen that becomes due by it. */
    pass: async (ms: number) => {
      clock.advance(ms)
      while (await bank.run(runDue));
    },
    /** What the books hold, and what may be spent. */
    balances: async (id: string) => {
      const row = await bank.store.db
        .selectFrom('sandbox_instrument')
        .select(['actual_balance', 'available_balance'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return [row.actual_balance, row.available_balance]
    },
    /** What the platform was told about a wire, in order. */
    told: async (id: string) => {
      const rows = await bank.store.db
        .selectFrom('sandbox_webhook')
        .select('payload')
        .where('event', '=', 'outgoing_wire_transfers_watch')
        .orderBy('id')
        .execute()
      return rows.map(({ payload }) => JSON.parse(payload)).filter(({ transfer }) => transfer.id.id === id)
    },
  }
}
