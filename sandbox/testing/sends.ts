import type { SendOrder } from '../../contract/sends'
import type { Store } from '../../storage/open'
import { createAccount } from '../domain/accounts/create-account'
import { createBeneficiaries } from '../domain/beneficiaries/order-batch'
import type { Actor, Ctx } from '../domain/context'
import { bookDeposit } from '../domain/deposits/book-deposit'
import { runDue } from '../domain/due/run-due'
import { programme } from '../domain/programme'
import { sendConfirmation } from '../domain/sends/confirmation'
import { createSend } from '../domain/sends/create-send'
import { getSend } from '../domain/sends/get-send'
import { createClock } from '../effects/clock'
import { must } from '../worlds/world'
import { addCompany, type Bank, newActor, openBank } from './bank'
import { payee as orderedPayee, trustBeneficiary } from './trust'

export type SendBank = Awaited<ReturnType<typeof openSendBank>>

export const instrument = (id: string) => ({ type: 'managed_accounts' as const, id })

export const sendOrder = (from: string, to: string, amount: number, more: Partial<SendOrder> = {}): SendOrder => ({
  profileId: programme.profiles.sends,
  source: instrument(from),
  destination: instrument(to),
  destinationAmount: { currency: 'EUR', amount },
  ...more,
})

/** An account of a company that holds `amount`. */
export async function openFunded(ctx: Ctx, identityId: string, amount: number, currency = 'EUR'): Promise<string> {
  const who = { identityId, credentialId: '1', credentialType: 'ROOT', identityType: 'CORPORATE' } as const
  const actor: Actor = { ...who, tokenId: '1', tokenKind: 'ACCESS', steppedUp: true }
  const wanted = { profileId: programme.profiles.managedAccounts, friendlyName: 'Test', currency }
  const { id } = await must(createAccount({ ...ctx, actor }, wanted))
  const money = { currency, amount, senderName: 'Sender', senderIban: 'IE00', reference: 'opening' }
  if (amount > 0) await bookDeposit(ctx, { ...money, accountId: id })
  return id
}

/** A bank with two companies, of which one pays the other, and what tests of sends do with it. */
export async function openSendBank(store: string | Store) {
  const clock = createClock()
  const bank = await openBank(store, { clock })
  const other = newActor()
  await addCompany(bank.store, other, clock.now())

  /** The same bank as the other company sees it. */
  const asOther: Bank = { ...bank, actor: other, run: (verb) => bank.run((ctx) => verb({ ...ctx, actor: other })) }
  const send = (order: SendOrder) => bank.run((ctx) => createSend(ctx, order))
  const got = (id: string) => bank.run((ctx) => must(getSend(ctx, id)))

  return {
    ...bank,
    clock,
    other,
    asOther,
    send,
    made: (order: SendOrder) => must(send(order)),
    got,
    stateOf: async (id: string) => (await got(id)).state,
    /** What the engine of challenges does when the code was right. */
    confirm: (...ids: string[]) =>
      bank.run(async (ctx) => {
        const checked = await sendConfirmation.check(ctx, ids)
        if (checked.ok) await sendConfirmation.confirmed(ctx, ids)
        return checked
      }),
    /** An account of the other company. */
    payee: (currency = 'EUR') => bank.run((ctx) => openFunded(ctx, other.identityId, 0, currency)),
    /** A trusted payee of the company that pays, as the destination of an order. */
    trusted: async (to: string) => ({
      destination: {
        beneficiaryId: await bank.run((ctx) => trustBeneficiary(ctx, orderedPayee({ instrument: instrument(to) }))),
      },
    }),
    /** One that nobody has confirmed yet. */
    untrusted: async (to: string) => {
      const beneficiaries = [orderedPayee({ instrument: instrument(to) })]
      const { operationBatchId } = await bank.run((ctx) => must(createBeneficiaries(ctx, { beneficiaries })))
      const row = await bank.store.db
        .selectFrom('sandbox_beneficiary_in_batch')
        .select('beneficiary_id')
        .where('batch_id', '=', operationBatchId.batchId)
        .executeTakeFirstOrThrow()
      return { destination: { beneficiaryId: row.beneficiary_id } }
    },
    /** Lets time pass, and everything happen that becomes due by it. */
    pass: async (ms: number) => {
      clock.advance(ms)
      while (await bank.run(runDue));
    },
    /** What the platform was told about a send, in order. */
    told: async (id: string) => {
      const rows = await bank.store.db
        .selectFrom('sandbox_webhook')
        .select(['path', 'payload'])
        .where('event', '=', 'send_watch')
        .orderBy('id')
        .execute()
      const messages = rows.map(({ path, payload }) => ({ path, ...JSON.parse(payload) }))
      return messages.filter((message) => message.send.id.id === id)
    },
  }
}
