import { createAccount } from '../domain/accounts/create-account'
import { createCard } from '../domain/cards/create-card'
import { activateCard } from '../domain/cards/physical/activate-card'
import { orderPhysical } from '../domain/cards/physical/order-physical'
import { reportLost } from '../domain/cards/physical/report-card'
import { issueConfirmation } from '../domain/challenges/confirm'
import type { Actor, ActorCtx } from '../domain/context'
import { bookDeposit } from '../domain/deposits/book-deposit'
import { putFactor } from '../domain/factors/factor-rows'
import { chargeFee } from '../domain/fees/charge-fee'
import { programme } from '../domain/programme'
import { createSend } from '../domain/sends/create-send'
import { createUser } from '../domain/users/create-user'
import { must } from '../worlds/world'
import { billingAddress, debitOrder, deliveryAddress, prepaidOrder } from './cards'
import type { FrontDoor } from './front-door'
import { instrument, openFunded, sendOrder } from './sends'
import { beginLinkedAccount, germanIban, openLanding, payee, trustBeneficiaries, verifyLinkedAccount } from './trust'
import { swiftPayee } from './wires'

const { profiles } = programme

export type Sent = { path: string; body?: unknown; method?: string; as?: 'consumer' | 'nobody' }
/** The call of an operation, twice: two equal deeds on things of their own. */
export type Twice = (n: 0 | 1) => Sent

/** How each operation is called that takes a reference, and does something that can be done again. */
export async function everyCallTwice(
  door: FrontDoor,
  actor: Actor,
  other: { identityId: string },
  consumer: { identityId: string; rootUserId: string },
): Promise<Record<string, Twice>> {
  const { keys } = door.sandbox
  const run = <T>(work: (ctx: ActorCtx) => Promise<T>, who = actor): Promise<T> =>
    door.inTx((ctx) => work({ ...ctx, actor: who }))
  const two = async <T>(make: (ctx: ActorCtx, n: number) => Promise<T>): Promise<(n: 0 | 1) => T> => {
    const made = [await run((ctx) => make(ctx, 0)), await run((ctx) => make(ctx, 1))] as const
    return (n) => made[n]
  }
  const order = { profileId: profiles.managedAccounts, friendlyName: 'Spare', currency: 'EUR' }
  const spare = async (ctx: ActorCtx) => (await must(createAccount(ctx, order))).id
  const card = async (ctx: ActorCtx, parent: string) => (await must(createCard(ctx, keys, debitOrder(parent)))).id
  const activationCode = '12'
  const plastic = { productReference: 'classic', carrierType: 'letter', deliveryAddress, activationCode }
  const upgraded = async (ctx: ActorCtx) => {
    const id = await card(ctx, euros)
    await must(orderPhysical(ctx, keys, id, plastic))
    return id
  }
  const inHand = async (ctx: ActorCtx) => {
    const id = await upgraded(ctx)
    await must(activateCard(ctx, keys, id, activationCode))
    return id
  }
  const lost = async (ctx: ActorCtx) => {
    const id = await inHand(ctx)
    await must(reportLost(ctx, id))
    return id
  }
  const path = (id: string, rest: string) => `/managed_cards/${id}/${rest}`
  const limit = { spendLimit: [{ value: { currency: 'EUR', amount: 5 }, interval: 'DAILY' }] }

  const fee = (id: string) => ({ feeType: 'MONTHLY_SUBSCRIPTION', source: instrument(id) })
  const euros = await run((ctx) => openFunded(ctx, actor.identityId, 10_000_00))
  await run((ctx) => putFactor(ctx, actor.credentialId, 'SMS', 'ACTIVE'))
  const landing = await run((ctx) => openLanding(ctx, 'EUR'))
  const opening = { senderName: 'Sender', senderIban: 'IE00', reference: 'opening', currency: 'EUR', amount: 10_000_00 }
  await run((ctx) => bookDeposit(ctx, { accountId: landing, ...opening }))
  // The bank's own account for fees is made by the first of them.
  await run((ctx) => must(chargeFee(ctx, { ...fee(euros), payer: 'CORPORATE' })))
  const theirs = await run((ctx) => openFunded(ctx, other.identityId, 0))
  const consumersOwn = await run((ctx) => openFunded(ctx, consumer.identityId, 100_00))
  const payees = await run((ctx) =>
    trustBeneficiaries(
      ctx,
      [1, 2].map((n) => payee({ bankAccountDetails: { iban: germanIban(n) } })),
    ),
  )
  const funded = await run((ctx) => openFunded(ctx, actor.identityId, 10_000_00, 'USD'))
  await run((ctx) =>
    ctx.tx.updateTable('sandbox_instrument').set({ iban_state: 'ALLOCATED' }).where('id', '=', funded).execute(),
  )

  const blockedAccounts = await two(spare)
  const [freshAccounts, plainAccounts, users] = [
    await two(spare),
    await two(spare),
    await two(
      async (ctx, n) => (await must(createUser(ctx, { name: 'Al', surname: 'An', email: `al-${n}@once.test` }))).id,
    ),
  ]
  const [virtual, toBlock, toUpdate, toRule] = [
    await two((ctx) => card(ctx, euros)),
    await two((ctx) => card(ctx, euros)),
    await two((ctx) => card(ctx, euros)),
    await two((ctx) => card(ctx, euros)),
  ]
  const [toActivate, toDamage, toLose, toSteal, toReplace] = [
    await two(upgraded),
    await two(inHand),
    await two(inHand),
    await two(inHand),
    await two(lost),
  ]
  const linked = await two((ctx, n) => verifyLinkedAccount(ctx, { reference: { iban: germanIban(40 + n) } }))
  await run((ctx) => beginLinkedAccount(ctx, { reference: { iban: germanIban(50) } }))
  const sends = await two(async (ctx) => (await must(createSend(ctx, sendOrder(euros, theirs, 4000)))).id)

  const waiting = await two(async (ctx) => {
    const { id } = await must(createSend(ctx, sendOrder(euros, theirs, 4000)))
    return must(issueConfirmation(ctx, { resource: 'sends', ids: [id], channel: 'SMS' }))
  })

  const company = (n: number) => ({
    profileId: profiles.corporate,
    rootUser: {
      name: 'Ada',
      surname: 'Test',
      email: `root-${n}@once.test`,
      mobile: { countryCode: '+44', number: '7700900100' },
      companyPosition: 'DIRECTOR',
    },
    company: { name: 'Test', type: 'LLC', registrationNumber: '12345678', registrationCountry: 'GB' },
    ipAddress: '192.0.2.1',
    baseCurrency: 'EUR',
  })
  const person = (n: number) => ({
    profileId: profiles.consumer,
    ipAddress: '192.0.2.2',
    baseCurrency: 'EUR',
    rootUser: {
      name: 'Clara',
      surname: 'Stone',
      email: `clara-${n}@once.test`,
      mobile: { countryCode: '+353', number: `86123456${n}` },
      dateOfBirth: { year: 1991, month: 5, day: 23 },
      address: { ...billingAddress, country: 'IE' },
      nationality: 'IE',
    },
  })
  const transfer = {
    profileId: profiles.transfers,
    source: instrument(euros),
    destination: instrument(plainAccounts(0)),
    destinationAmount: { currency: 'EUR', amount: 100 },
  }
  const wire = {
    profileId: profiles.outgoingWires,
    sourceInstrument: instrument(funded),
    transferAmount: { currency: 'USD', amount: 5000 },
    description: 'Invoice 7',
    purpose: 'Goods',
    destinationBeneficiary: swiftPayee,
  }
  const user = (n: number) => ({ name: 'Ada', surname: 'Byron', email: `user-${n}@once.test` })
  const bulk =
    (name: string, row: unknown): Twice =>
    () => ({ path: `/bulks/${name}`, body: [row, row] })

  return {
    corporateCreate: (n) => ({ path: '/corporates', body: company(n), as: 'nobody' }),
    consumerCreate: (n) => ({ path: '/consumers', body: person(n), as: 'nobody' }),
    corporateChargeFee: () => ({ path: '/corporates/fees/charge', body: fee(euros) }),
    consumerChargeFee: () => ({ path: '/consumers/fees/charge', body: fee(consumersOwn), as: 'consumer' }),
    userCreate: (n) => ({ path: '/users', body: user(n) }),
    userInviteSend: (n) => ({ path: `/users/${users(n)}/invite` }),
    beneficiaryBatchCreate: (n) => ({
      path: '/beneficiaries',
      body: { beneficiaries: [payee({ bankAccountDetails: { iban: germanIban(60 + n) } })] },
    }),
    beneficiaryBatchRemove: (n) => ({ path: '/beneficiaries/remove', body: { beneficiaryIds: [payees[n]] } }),
    managedAccountCreate: () => ({ path: '/managed_accounts', body: order }),
    managedAccountBlock: (n) => ({ path: `/managed_accounts/${blockedAccounts(n)}/block` }),
    managedAccountUnblock: (n) => ({ path: `/managed_accounts/${blockedAccounts(n)}/unblock` }),
    managedAccountsIBANUpgrade: (n) => ({ path: `/managed_accounts/${freshAccounts(n)}/iban` }),
    managedCardCreate: () => ({ path: '/managed_cards', body: prepaidOrder() }),
    managedCardBlock: (n) => ({ path: path(toBlock(n), 'block') }),
    managedCardUnblock: (n) => ({ path: path(toBlock(n), 'unblock') }),
    managedCardUpdate: (n) => ({
      path: `/managed_cards/${toUpdate(n)}`,
      method: 'PATCH',
      body: { friendlyName: 'New' },
    }),
    managedCardPhysicalUpgrade: (n) => ({ path: path(virtual(n), 'physical'), body: plastic }),
    managedCardPhysicalActivate: (n) => ({ path: path(toActivate(n), 'physical/activate'), body: { activationCode } }),
    managedCardPhysicalReplaceDamaged: (n) => ({
      path: path(toDamage(n), 'physical/replace_damaged'),
      body: { activationCode },
    }),
    managedCardPhysicalReportLost: (n) => ({ path: path(toLose(n), 'physical/report_lost') }),
    managedCardPhysicalReportStolen: (n) => ({ path: path(toSteal(n), 'physical/report_stolen') }),
    managedCardPhysicalReplaceLostOrStolen: (n) => ({
      path: path(toReplace(n), 'physical/replace_lost_stolen'),
      body: { activationCode },
    }),
    managedCardSpendRulesCreate: (n) => ({ path: path(toRule(n), 'spend_rules'), body: limit }),
    managedCardSpendRulesUpdate: (n) => ({ path: path(toRule(n), 'spend_rules'), method: 'PATCH', body: limit }),
    linkedAccountCreate: (n) => ({
      path: '/linked_accounts',
      body: {
        profileId: profiles.linkedAccounts,
        name: 'Test Company',
        country: 'DE',
        currency: 'EUR',
        type: 'BUSINESS',
        accountReference: { iban: germanIban(30 + n) },
      },
    }),
    linkedAccountBlock: (n) => ({ path: `/linked_accounts/${linked(n)}/block` }),
    linkedAccountUnblock: (n) => ({ path: `/linked_accounts/${linked(n)}/unblock` }),
    transferCreate: () => ({ path: '/transfers', body: transfer }),
    sendCreate: () => ({ path: '/sends', body: sendOrder(euros, theirs, 4000) }),
    sendCreateBulk: () => ({ path: '/sends/bulk/create', body: { sends: [sendOrder(euros, theirs, 4000)] } }),
    multipleSCAChallenge: (n) => ({
      path: '/challenges/otp/SMS',
      body: { resourceType: 'sends', resourceIds: [sends(n)] },
    }),
    multipleSCAVerify: (n) => ({
      path: `/challenges/${waiting(n).challengeId}/otp/SMS/verify`,
      body: { resourceType: 'sends', verificationCode: programme.otpCode },
    }),
    outgoingWireTransferCreate: () => ({ path: '/outgoing_wire_transfers', body: wire }),
    outgoingWireTransferCreateBulk: () => ({
      path: '/outgoing_wire_transfers/bulk/create',
      body: { outgoingWireTransfers: [wire] },
    }),
    correspondentBankTransferCreate: () => ({
      path: '/correspondent_bank_transfers',
      body: {
        profileId: profiles.correspondentTransfers,
        sourceInstrument: instrument(landing),
        amount: { currency: 'EUR', amount: 100 },
        originator: {
          name: 'Ada Byron',
          address: '1 Analytical Way, London',
          country: 'GB',
          bankAccountDetails: { account: '31926819', financialInstitution: 'NWBKGB2L' },
          supplementaryInformation: { dateOfBirth: '1985-12-10', placeOfBirth: 'London, GB' },
        },
        beneficiary: { name: 'Blue Harbour GmbH', iban: germanIban(9), address: '3 Hafen, Hamburg' },
        purpose: 'Goods',
        description: 'Invoice 7',
      },
    }),
    bulksTransferCreate: bulk('transfers', { requestBody: transfer }),
    bulksSendCreate: bulk('sends', { requestBody: sendOrder(euros, theirs, 100) }),
    bulksOutgoingWireTransferCreate: bulk('outgoing_wire_transfers', { requestBody: wire }),
    bulksUserCreate: bulk('users', { requestBody: user(3) }),
    bulksUserInviteSend: bulk('users/_user_id_/invite', { pathParams: { _user_id_: users(0) } }),
    bulksManagedCardBlock: bulk('managed_cards/_id_/block', { pathParams: { _id_: toBlock(0) } }),
    bulksManagedCardUnblock: bulk('managed_cards/_id_/unblock', { pathParams: { _id_: toBlock(0) } }),
    bulksManagedCardSpendRulesUpdate: (n) => ({
      path: '/bulks/managed_cards/_id_/spend_rules',
      method: 'PATCH',
      body: [{ pathParams: { _id_: toRule(n) }, requestBody: limit }],
    }),
  }
}
