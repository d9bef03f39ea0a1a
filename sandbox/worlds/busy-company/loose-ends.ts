import type { WireDestination } from '../../../contract/wire-transfers'
import { ibanOf } from '../../domain/accounts/bank-details'
import { programme } from '../../domain/programme'
import { sendConfirmation } from '../../domain/sends/confirmation'
import { createSend } from '../../domain/sends/create-send'
import { cancelTransfers } from '../../domain/transfers/cancel-transfers'
import { createTransfer } from '../../domain/transfers/create-transfer'
import { cancelWire } from '../../domain/wires/cancel-wire'
import { confirmWire } from '../../domain/wires/confirm-wire'
import { createWire } from '../../domain/wires/create-wire'
import { returnWire } from '../../domain/wires/return-wire'
import { simulateSettlement } from '../../domain/wires/simulate-settlement'
import { must, type Site } from '../world'
import { account } from './accounts'
import type { Firm } from './history'
import { of } from './names'
import { DAY, HOUR, MINUTE, SECOND } from './weeks'

/** What waits for its day or for somebody, was called off, failed, or came back. */
export async function leaveLooseEnds(site: Site, firm: Firm, start: number): Promise<void> {
  await transfers(site, firm, start)
  await sends(site, firm, start + 2 * HOUR)
  await wires(site, firm, start + 4 * HOUR)
}

async function transfers(site: Site, { root, ids }: Firm, start: number): Promise<void> {
  const order = (from: string, to: string, amount: number, due: number, instant: number) =>
    must(
      createTransfer(site.as(root, instant), {
        profileId: programme.profiles.transfers,
        description: 'Standing order',
        source: account(from),
        destination: account(to),
        destinationAmount: { currency: 'EUR', amount },
        scheduledTimestamp: String(due),
      }),
    )
  for (const day of [2, 5, 30])
    await order(ids.operating, ids.payroll, 25_000_00, site.now + day * DAY, start + day * MINUTE)
  const calledOff = await order(ids.operating, ids.marketing, 4_000_00, site.now + DAY, start + 40 * MINUTE)
  await must(
    cancelTransfers(site.as(root, start + 50 * MINUTE), [{ id: calledOff.id, cancellationReason: 'Too early' }]),
  )
  // There is not so much.
  await order(ids.marketing, ids.taxes, 10 ** 12, start + 70 * MINUTE, start + 60 * MINUTE)
  await site.settle(start + 71 * MINUTE)
}

async function sends(site: Site, { root, ids, payees, kestrel }: Firm, start: number): Promise<void> {
  const order = (destination: Parameters<typeof createSend>[1]['destination'], instant: number, due?: number) =>
    must(
      createSend(site.as(root, instant), {
        profileId: programme.profiles.sends,
        description: 'Extra order',
        source: account(ids.suppliers),
        destination,
        destinationAmount: { currency: 'EUR', amount: 800_00 },
        ...(due && { scheduledTimestamp: String(due) }),
      }),
    )
  await order({ beneficiaryId: payees.kestrel.EUR }, start, site.now + 4 * DAY)
  await order(account(kestrel.EUR), start + MINUTE)
  const declined = await order(account(kestrel.EUR), start + 2 * MINUTE)
  await sendConfirmation.failed(site.at(start + 3 * MINUTE), [declined.id], 'DECLINED')
}

async function wires(site: Site, { root, ids, payees }: Firm, start: number): Promise<void> {
  let instant = start
  const order = (destinationBeneficiary: WireDestination, due?: number) => {
    instant += 10 * MINUTE
    return must(
      createWire(site.as(root, instant), {
        profileId: programme.profiles.outgoingWires,
        sourceInstrument: account(ids.suppliers),
        transferAmount: { currency: 'EUR', amount: 2_400_00 },
        description: 'Special order',
        destinationBeneficiary,
        ...(due && { scheduledTimestamp: String(due) }),
      }),
    )
  }
  const looked = async (destination: WireDestination, due?: number) => {
    const { id } = await order(destination, due)
    await must(confirmWire(site.as(root, instant + 10 * SECOND), id))
    return id
  }
  const stranger = (ending: number) => {
    const iban = ibanOf('DE', `37040044${String(61_000_000 + ending).padStart(10, '0')}`)
    return { name: 'New Partner GmbH', iban, bankCountry: 'DE' }
  }
  const trusted = (index: number) => ({ beneficiaryId: of(payees.iban, index) })
  // The other bank knows the account under a similar name, under another one; and of one it may not speak.
  for (const ending of [1, 2, 3]) await order(stranger(ending))
  await looked(stranger(4))
  await looked(trusted(11), site.now + 3 * DAY)
  const calledOff = await looked(trusted(12), site.now + 6 * DAY)
  await must(cancelWire(site.as(root, instant + MINUTE), calledOff, 'Paid otherwise'))
  const rejected = await looked(trusted(13))
  await simulateSettlement(site.at(instant + 12 * SECOND), rejected, 'reject')
  const returned = await looked(trusted(14))
  await site.settle(instant + MINUTE)
  await must(returnWire(site.at(instant + 2 * MINUTE), returned, 'Account closed'))
}
