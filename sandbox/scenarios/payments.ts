import { ibanOf } from '../domain/accounts/bank-details'
import { createBeneficiaries } from '../domain/beneficiaries/order-batch'
import { createLinkedAccount } from '../domain/linked-accounts/create-linked-account'
import { setVerification } from '../domain/linked-accounts/simulate-verification'
import { programme } from '../domain/programme'
import { createSend } from '../domain/sends/create-send'
import { must } from '../worlds/world'
import type { Scenario } from './scenario'
import { DAY, HOUR, instrument, MINUTE } from './scene'

/** A German account with right check digits. */
export const germanIban = (number: number) => ibanOf('DE', `37040044${String(number).padStart(10, '0')}`)

const payee = (iban: string, index: number) => ({
  trustLevel: 'TRUSTED' as const,
  beneficiaryInformation: { businessName: `Understudy ${index} GmbH` },
  beneficiaryDetails: { bankAccountDetails: { iban }, bankCountry: 'DE' },
})

export const paymentScenarios: readonly Scenario[] = [
  {
    name: 'send-waiting-for-a-code',
    title: 'Send waiting for its code',
    what: 'A send of 1,250.00 to another company that nobody has confirmed yet; no code was asked for.',
    build: async (scene) => {
      const payer = await scene.company()
      const other = await scene.company()
      const instant = scene.now - DAY
      const source = await scene.account(payer, { name: 'Operating', amount: 5_000_00, instant })
      const target = await scene.account(other, { name: 'Sales', instant })
      const { id } = await must(
        createSend(payer.at(scene.now - HOUR), {
          profileId: programme.profiles.sends,
          description: 'Stage lights',
          source: instrument(source),
          destination: instrument(target),
          destinationAmount: { currency: 'EUR', amount: 1_250_00 },
        }),
      )
      return { signIns: [payer.signIn], ids: { send: id, source, destination: target } }
    },
  },
  {
    name: 'beneficiaries-half-refused',
    title: 'Payees half refused',
    what: 'A batch of twenty payees: ten wait for a code, ten are invalid, as their accounts do not exist.',
    build: async (scene) => {
      const company = await scene.company()
      const beneficiaries = Array.from({ length: 20 }, (_, index) =>
        payee(index % 2 === 0 ? germanIban(81_000_000 + index * 100) : 'DE00370400440532013000', index + 1),
      )
      const { operationBatchId } = await must(
        createBeneficiaries(company.at(scene.now - HOUR), { beneficiaries, tag: 'half' }),
      )
      await scene.happens('beneficiary-validation', operationBatchId.batchId, scene.now - HOUR + MINUTE)
      return { signIns: [company.signIn], ids: { batch: operationBatchId.batchId } }
    },
  },
  {
    name: 'linked-account-rejected',
    title: 'Linked account rejected',
    what: 'An account at another bank whose verification failed.',
    build: async (scene) => {
      const company = await scene.company()
      await scene.account(company, { name: 'Operating', iban: true, instant: scene.now - 5 * DAY })
      const { id } = await must(
        createLinkedAccount(company.at(scene.now - 2 * DAY), {
          name: 'Somebody Else GmbH',
          type: 'BUSINESS',
          currency: 'EUR',
          country: 'DE',
          accountReference: { iban: germanIban(82_000_000) },
        }),
      )
      await must(setVerification(scene.at(scene.now - DAY), id, 'REJECTED'))
      return { signIns: [company.signIn], ids: { linkedAccount: id } }
    },
  },
]
