import type { BasicBeneficiary } from '../../../contract/beneficiaries'
import { ibanOf } from '../../domain/accounts/bank-details'
import { payeesOf } from '../../domain/beneficiaries/batch-rows'
import { challengeBatch, verifyBatch } from '../../domain/beneficiaries/confirm-batch'
import { createBeneficiaries, removeBeneficiaries } from '../../domain/beneficiaries/order-batch'
import type { Actor } from '../../domain/context'
import { programme } from '../../domain/programme'
import { must, type Site } from '../world'
import { account } from './accounts'
import { familyNames, givenNames, of, supplierName } from './names'
import { HOUR, MINUTE, SECOND } from './weeks'

/** Payees who may be paid, and by what. */
export type Payees = { iban: string[]; uk: string[]; kestrel: { EUR: string; GBP: string } }

const BATCH = 250

const germanIban = (number: number) => ibanOf('DE', `37040044${String(number).padStart(10, '0')}`)

/** Two of three are companies with an IBAN; of the rest half are people, half have a British account. */
function payee(index: number): BasicBeneficiary {
  const group = of(['hauliers', 'fuel', 'services', 'staff'], index)
  const common = { trustLevel: 'TRUSTED', group } as const
  const iban = { bankAccountDetails: { iban: germanIban(50_000_000 + index * 100) }, bankCountry: 'DE' }
  if (index % 6 === 4) {
    const fullName = `${of(givenNames, index)} ${of(familyNames, Math.floor(index / 6))}`
    return {
      ...common,
      group: 'staff',
      beneficiaryInformation: { fullName, nationality: 'DE' },
      beneficiaryDetails: iban,
    }
  }
  const beneficiaryInformation = { businessName: supplierName(index) }
  if (index % 6 !== 5) return { ...common, beneficiaryInformation, beneficiaryDetails: iban }
  const bankAccountDetails = { accountNumber: String(30_000_000 + index * 100), sortCode: '200000' }
  return { ...common, beneficiaryInformation, beneficiaryDetails: { bankAccountDetails, bankCountry: 'GB' } }
}

/** Three thousand payees in batches; the first names the accounts of Kestrel, which sends go to. */
export async function addPayees(
  site: Site,
  root: Actor,
  kestrel: { EUR: string; GBP: string },
  { batches, start }: { batches: number; start: number },
): Promise<Payees> {
  const known: Payees = { iban: [], uk: [], kestrel: { EUR: '', GBP: '' } }
  for (let batch = 0; batch < batches; batch++) {
    const instant = start + batch * HOUR
    const orders = Array.from({ length: BATCH }, (_, index) => payee(batch * BATCH + index))
    if (batch === 0) orders.push(...(['EUR', 'GBP'] as const).map((currency) => instrumentPayee(kestrel[currency])))
    const batchId = await order(site, root, orders, instant, `batch-${batch + 1}`)
    await confirm(site, root, batchId, instant + MINUTE)
    for (const row of await payeesOf(site.at(instant), batchId)) {
      if (row.destination_key.includes(kestrel.EUR)) known.kestrel.EUR = row.id
      else if (row.destination_key.includes(kestrel.GBP)) known.kestrel.GBP = row.id
      else (row.document.includes('sortCode') ? known.uk : known.iban).push(row.id)
    }
  }
  // Only those who stay are paid.
  await must(removeSome(site, root, known.iban.splice(-80), start + batches * HOUR))
  return known
}

const instrumentPayee = (id: string): BasicBeneficiary => ({
  trustLevel: 'TRUSTED',
  group: 'group companies',
  beneficiaryInformation: { businessName: 'Kestrel Supplies Ltd' },
  beneficiaryDetails: { instrument: account(id) },
})

async function order(site: Site, root: Actor, beneficiaries: BasicBeneficiary[], instant: number, tag: string) {
  const ordered = await must(createBeneficiaries(site.as(root, instant), { beneficiaries, tag }))
  await site.settle(instant + 5 * SECOND)
  return ordered.operationBatchId.batchId
}

async function confirm(site: Site, root: Actor, batchId: string, instant: number): Promise<void> {
  await must(challengeBatch(site.as(root, instant), batchId))
  await must(verifyBatch(site.as(root, instant + 20 * SECOND), batchId, programme.otpCode))
  await site.settle(instant + 30 * SECOND)
}

async function removeSome(site: Site, root: Actor, ids: readonly string[], instant: number) {
  const ordered = await removeBeneficiaries(site.as(root, instant), ids)
  if (!ordered.ok) return ordered
  await site.settle(instant + 5 * SECOND)
  await confirm(site, root, ordered.value.operationBatchId.batchId, instant + MINUTE)
  return ordered
}

/** Batches that did not go well: one waits for its code, of one half is refused, one was refused altogether, one had five wrong codes. */
export async function leavePayeesOpen(site: Site, root: Actor, start: number): Promise<void> {
  const some = (from: number, count: number) => Array.from({ length: count }, (_, index) => payee(from + index))
  const wrong = (from: number, count: number) =>
    some(from, count).map((one) => ({
      ...one,
      beneficiaryDetails: { bankAccountDetails: { iban: 'DE00370400440532013000' }, bankCountry: 'DE' },
    }))
  await order(site, root, some(4000, 60), start, 'waiting')
  await order(site, root, [...some(4100, 20), ...wrong(4120, 20)], start + HOUR, 'half-refused')
  await order(site, root, wrong(4200, 10), start + 2 * HOUR, 'refused')
  const guessed = await order(site, root, some(4300, 30), start + 3 * HOUR, 'guessed')
  const instant = start + 3 * HOUR + MINUTE
  await must(challengeBatch(site.as(root, instant), guessed))
  for (const code of ['000001', '000002', '000003', '000004', '000005'])
    await verifyBatch(site.as(root, instant + 10 * SECOND), guessed, code)
}
