import { blockAccount } from '../domain/accounts/block-account'
import { blockAccountBySystem } from '../domain/accounts/block-account-by-system'
import { bookDeposit } from '../domain/deposits/book-deposit'
import { settleDeposit } from '../domain/deposits/settle-deposit'
import { programme } from '../domain/programme'
import { createTransfer } from '../domain/transfers/create-transfer'
import { must } from '../worlds/world'
import type { Scenario } from './scenario'
import { DAY, HOUR, instrument, MINUTE } from './scene'

export const accountScenarios: readonly Scenario[] = [
  {
    name: 'account-below-its-mark',
    title: 'Account below its low-balance mark',
    what: 'An account with a mark of 500.00 that a transfer has brought down to 120.00.',
    build: async (scene) => {
      const { now } = scene
      const company = await scene.company()
      const wanted = { name: 'Petty cash', amount: 900_00, lowBalanceThreshold: 500_00, instant: now - 5 * DAY }
      const account = await scene.account(company, wanted)
      const other = await scene.account(company, { name: 'Operating', instant: now - 5 * DAY })
      const order = {
        profileId: programme.profiles.transfers,
        source: instrument(account),
        destination: instrument(other),
        destinationAmount: { currency: 'EUR', amount: 780_00 },
      }
      await must(createTransfer(company.at(now - HOUR), order))
      return { signIns: [company.signIn], ids: { account, other } }
    },
  },
  {
    name: 'account-blocked-by-user',
    title: 'Account blocked by its owner',
    what: 'A blocked account with money on it; its owner may unblock it.',
    build: async (scene) => {
      const company = await scene.company()
      const account = await scene.account(company, { name: 'Frozen', amount: 4_200_00, instant: scene.now - 9 * DAY })
      await must(blockAccount(company.at(scene.now - DAY), account))
      return { signIns: [company.signIn], ids: { account } }
    },
  },
  {
    name: 'account-blocked-by-system',
    title: 'Account blocked by the bank',
    what: 'A blocked account with money on it that its owner cannot unblock.',
    build: async (scene) => {
      const company = await scene.company()
      const account = await scene.account(company, { name: 'Seized', amount: 4_200_00, instant: scene.now - 9 * DAY })
      await must(blockAccountBySystem(scene.at(scene.now - DAY), account))
      return { signIns: [company.signIn], ids: { account } }
    },
  },
  {
    name: 'incoming-wire-rejected',
    title: 'Incoming wire rejected by the platform',
    what: 'Money came in, the platform was asked and said no: it went back to its sender.',
    build: async (scene) => {
      const { now } = scene
      const company = await scene.company()
      const account = await scene.account(company, { name: 'Collections', iban: true, instant: now - 5 * DAY })
      const sender = { iban: 'DE89370400440532013000' }
      const { id } = await must(
        bookDeposit(
          scene.at(now - HOUR),
          {
            accountId: account,
            currency: 'EUR',
            amount: 1_750_00,
            senderName: 'Unwelcome GmbH',
            senderIban: sender.iban,
            sender,
            network: 'SEPA',
            reference: 'INV-13',
          },
          { asked: true },
        ),
      )
      await settleDeposit(scene.at(now - HOUR + MINUTE), id, 'DENIED')
      return { signIns: [company.signIn], ids: { account, wire: id } }
    },
  },
]
