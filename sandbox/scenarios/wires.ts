import { issueConfirmation, verifyConfirmation } from '../domain/challenges/confirm'
import { noLonger } from '../domain/due/later'
import { programme } from '../domain/programme'
import { confirmWire } from '../domain/wires/confirm-wire'
import { createWire } from '../domain/wires/create-wire'
import { returnWire } from '../domain/wires/return-wire'
import { simulateSettlement } from '../domain/wires/simulate-settlement'
import { must } from '../worlds/world'
import { germanIban } from './payments'
import type { Opened, Scenario } from './scenario'
import { type Company, DAY, HOUR, instrument, type Scene, SECOND } from './scene'

type Wanted = { amount: number; funds: number; ending?: number; due?: number }

/** A wire by SEPA an hour ago; the last two digits of the payee's account decide what their bank says of the name. */
async function order(scene: Scene, company: Company, { amount, funds, ending = 0, due }: Wanted) {
  const source = await scene.account(company, { name: 'Payments', amount: funds, iban: true, instant: scene.now - DAY })
  const { id } = await must(
    createWire(company.at(scene.now - HOUR), {
      profileId: programme.profiles.outgoingWires,
      sourceInstrument: instrument(source),
      transferAmount: { currency: 'EUR', amount },
      description: 'Costumes',
      destinationBeneficiary: { name: 'Wardrobe GmbH', iban: germanIban(83_000_000 + ending), bankCountry: 'DE' },
      ...(due && { scheduledTimestamp: String(due) }),
    }),
  )
  return { wire: id, source }
}

/** The same after somebody has looked at the name and entered the code: on its way, or scheduled. */
async function confirmed(scene: Scene, company: Company, wanted: Wanted) {
  const ids = await order(scene, company, wanted)
  const at = (seconds: number) => company.at(scene.now - HOUR + seconds * SECOND)
  await must(confirmWire(at(10), ids.wire))
  const about = { resource: 'outgoing_wire_transfers', ids: [ids.wire] } as const
  await must(issueConfirmation(at(20), { ...about, channel: 'SMS' }))
  await must(verifyConfirmation(at(30), { ...about, code: programme.otpCode }))
  return ids
}

/** What the other bank did with it, before it would have done the usual. */
async function settled(scene: Scene, company: Company, verdict: 'accept' | 'reject'): Promise<Opened['ids']> {
  const ids = await confirmed(scene, company, { amount: 900_00, funds: 3_000_00 })
  const instant = scene.now - HOUR + 40 * SECOND
  await simulateSettlement(scene.at(instant), ids.wire, verdict)
  for (const kind of ['wire-approved', 'wire-completed'] as const) await noLonger(scene.at(instant), kind, ids.wire)
  return ids
}

export const wireScenarios: readonly Scenario[] = [
  {
    name: 'wire-waiting-for-payee-confirmation',
    title: 'Wire waiting for a look at the payee',
    what: "The payee's bank knows the account under a similar name; somebody has to say that it is right.",
    build: async (scene) => {
      const company = await scene.company()
      const ids = await order(scene, company, { amount: 900_00, funds: 3_000_00, ending: 1 })
      return { signIns: [company.signIn], ids }
    },
  },
  {
    name: 'wire-returned',
    title: 'Wire returned',
    what: 'A wire that was paid out and came back half an hour later: the money is there again, the fee is not.',
    build: async (scene) => {
      const company = await scene.company()
      const ids = await settled(scene, company, 'accept')
      await must(returnWire(scene.at(scene.now - HOUR / 2), ids.wire ?? '', 'Account closed'))
      return { signIns: [company.signIn], ids }
    },
  },
  {
    name: 'wire-rejected',
    title: 'Wire rejected',
    what: 'A wire that the other bank did not take: what was held for it may be spent again.',
    build: async (scene) => {
      const company = await scene.company()
      return { signIns: [company.signIn], ids: await settled(scene, company, 'reject') }
    },
  },
  {
    name: 'wire-scheduled-without-funds',
    title: 'Scheduled wire without money',
    what: 'A wire of 5,000.00 for tomorrow from an account that holds 100.00: it will fail, unless money comes.',
    build: async (scene) => {
      const company = await scene.company()
      const due = scene.now + DAY
      const ids = await confirmed(scene, company, { amount: 5_000_00, funds: 100_00, due })
      return { signIns: [company.signIn], ids }
    },
  },
]
