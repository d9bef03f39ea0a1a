import { expect, test } from 'vitest'
import type * as z from 'zod'
import { operations } from '../../contract/registry'
import { bulkStarts, kindOfBulk, paymentOperations } from './payment-table'
import { readPayment } from './read-payment'

/** Writes of the rooms where money moves, that move none, and why. */
const movesNothing: Readonly<Record<string, string>> = {
  transferCancel: 'calls off what waits',
  sendCancel: 'calls off what waits',
  sendSingleCancel: 'calls off what waits',
  outgoingWireTransferCancel: 'calls off what waits',
  outgoingWireTransferSingleCancel: 'calls off what waits',
  correspondentBankTransferCancel: 'calls off what waits',
  outgoingWireTransferConfirm: 'goes on with a wire that was let through when it was made',
  correspondentBankTransferConfirm: 'goes on with a wire that was let through when it was made',
  outgoingWireTransferUpdateBeneficiaryName: 'changes a name, not the account',
  bulkIdPause: 'holds what runs',
  bulkIdCancel: 'ends what runs',
  bulksUserCreate: 'people, not money',
  bulksUserInviteSend: 'people, not money',
  bulksManagedCardBlock: 'cards, not money',
  bulksManagedCardUnblock: 'cards, not money',
  bulksManagedCardRemove: 'cards, not money',
  bulksManagedCardSpendRulesUpdate: 'cards, not money',
  consumerChargeFee: 'a fee of the programme, by its own price list',
  corporateChargeFee: 'a fee of the programme, by its own price list',
}
const rooms = ['transfers.create', 'sends.create', 'wires.create', 'bulks.submit', 'bulks.run', 'fees.charge']
/** The names under which bodies of the API say how much. */
const amounts = /"(destinationAmount|transferAmount|transactionAmount|amount)"/

const known = (id: string) => id in paymentOperations || bulkStarts.has(id) || id in movesNothing

test('every write of a room where money moves is a payment, or is known to move none', () => {
  const writes = operations.filter(({ method, permission }) => method !== 'GET' && rooms.includes(permission))
  expect(writes.length).toBeGreaterThan(20)
  expect(writes.filter(({ id }) => !known(id)).map(({ id }) => id)).toEqual([])
})

test('every write that takes an amount is a payment, or is known to move none', () => {
  const taking = operations.filter(({ method, body }) => method !== 'GET' && body && amounts.test(namesOf(body)))
  expect(taking.map(({ id }) => id)).toContain('transferCreate')
  const others = taking.filter(({ id }) => !known(id)).map(({ id }) => id)
  // What a card may spend is a limit on it.
  expect(others.filter((id) => !/SpendRules|managedCard/.test(id))).toEqual([])
})

test('the table names operations that exist', () => {
  const ids = new Set(operations.map(({ id }) => id))
  for (const id of [...Object.keys(paymentOperations), ...bulkStarts, ...Object.keys(movesNothing)])
    expect(ids, id).toContain(id)
})

test('a bulk pays by what it is of', () => {
  expect(
    ['/transfers', '/sends', '/outgoing_wire_transfers', '/users', '/managed_cards/{id}/block'].map(kindOfBulk),
  ).toEqual(['TRANSFER', 'SEND', 'WIRE', undefined, undefined])
})

const eur = (amount: number) => ({ currency: 'EUR', amount })
const source = { id: '1', type: 'managed_accounts' }
const wire = (destinationBeneficiary: unknown, amount = 100) => ({
  profileId: '1',
  sourceInstrument: source,
  transferAmount: eur(amount),
  destinationBeneficiary,
})

test('each kind of order is read', () => {
  const send = { profileId: '1', source, destination: { beneficiaryId: '9' }, destinationAmount: eur(5) }
  expect(readPayment('7', 'sendCreate', send)?.facts).toMatchObject({
    kind: 'SEND',
    to: { type: 'beneficiary', id: '9' },
  })
  const iban = { name: 'Fenwick', iban: 'MT84MALT011000012345MTLCAST001S' }
  expect(readPayment('7', 'outgoingWireTransferCreate', wire(iban))?.facts).toMatchObject({
    kind: 'WIRE',
    totals: [eur(100)],
    to: { type: 'bank', name: 'Fenwick', account: iban.iban },
  })
  const older = { name: 'Hart', bankAccountDetails: { accountNumber: '12345678', sortCode: '112233' } }
  expect(readPayment('7', 'outgoingWireTransferCreate', wire(older))?.facts.to?.account).toBe('112233 12345678')
  const many = readPayment('7', 'outgoingWireTransferCreateBulk', {
    outgoingWireTransfers: [wire(iban, 100), wire(iban, 250), wire(older, 1)],
  })
  expect(many?.facts).toMatchObject({ source: 'BULK', rows: 3, totals: [eur(351)], largest: [eur(250)] })
  expect(many?.lines.map(({ largest }) => largest)).toEqual([250, 1])
})

test('an order with two destinations, or an amount that is no integer, is none', () => {
  const iban = 'MT84MALT011000012345MTLCAST001S'
  for (const to of [{ name: 'A', iban, beneficiaryId: '9' }, { name: 'A', iban, bankAccountDetails: { iban } }, {}])
    expect(readPayment('7', 'outgoingWireTransferCreate', wire(to))).toBeUndefined()
  expect(readPayment('7', 'outgoingWireTransferCreate', wire({ beneficiaryId: '9' }, 1.5))).toBeUndefined()
})

/** Names of all fields of a schema, however deep. */
function namesOf(schema: z.ZodType, depth = 0): string {
  const def = schema._zod.def as {
    shape?: Record<string, z.ZodType>
    element?: z.ZodType
    innerType?: z.ZodType
    options?: readonly z.ZodType[]
  }
  if (depth > 8) return ''
  const inside = [def.element, def.innerType, ...(def.options ?? [])].filter((one) => one !== undefined)
  const fields = Object.entries(def.shape ?? {})
  return [
    ...fields.map(([name, field]) => `"${name}"${namesOf(field, depth + 1)}`),
    ...inside.map((one) => namesOf(one, depth + 1)),
  ].join(' ')
}
