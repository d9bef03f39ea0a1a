import { blockAccount } from '../domain/accounts/block-account'
import { createAccount } from '../domain/accounts/create-account'
import { removeAccount } from '../domain/accounts/remove-account'
import { submitBulk } from '../domain/bulks/submit-bulk'
import { blockCard } from '../domain/cards/block-card'
import { createCard } from '../domain/cards/create-card'
import { orderPhysical } from '../domain/cards/physical/order-physical'
import type { Actor, ActorCtx } from '../domain/context'
import { bookDeposit } from '../domain/deposits/book-deposit'
import { putFactor } from '../domain/factors/factor-rows'
import { programme } from '../domain/programme'
import { createTransfer } from '../domain/transfers/create-transfer'
import { createUser } from '../domain/users/create-user'
import { rootActor } from '../worlds/actor'
import { must } from '../worlds/world'
import { debitOrder, deliveryAddress, prepaidOrder } from './cards'
import type { FrontDoor } from './front-door'
import { instrument } from './sends'
import { beginLinkedAccount, germanIban, openLanding, payee, trustBeneficiaries, verifyLinkedAccount } from './trust'

export type Town = { people: Actor[]; credentials: ReadonlySet<string> }

/** Two companies and a consumer who have one of everything, in several states, so that calls find what they name. */
export async function openTown(door: FrontDoor): Promise<Town> {
  const one = await door.company()
  const two = await door.company()
  const consumer = await door.consumer()
  const roots: Actor[] = [
    rootActor({ type: 'CORPORATE', id: one.identityId }, one.rootUserId),
    rootActor({ type: 'CORPORATE', id: two.identityId }, two.rootUserId),
    rootActor({ type: 'CONSUMER', id: consumer.identityId }, consumer.rootUserId),
  ]
  for (const [at, actor] of roots.entries()) await door.inTx((ctx) => furnish(door, { ...ctx, actor }, at))
  const [first] = roots
  const clerk = await door.user(one.identityId)
  const people = first ? [...roots, { ...first, credentialId: clerk, credentialType: 'USER' } satisfies Actor] : roots
  return { people, credentials: new Set(people.map(({ credentialId }) => credentialId)) }
}

async function furnish(door: FrontDoor, ctx: ActorCtx, at: number): Promise<void> {
  const { keys } = door.sandbox
  await putFactor(ctx, ctx.actor.credentialId, 'SMS', 'ACTIVE')
  await putFactor(ctx, ctx.actor.credentialId, 'AUTHY', 'ACTIVE')
  const filled = async (currency: string) => {
    const accountId = await openLanding(ctx, currency)
    const money = { currency, amount: 50_000_00, senderName: 'Sender', senderIban: germanIban(3), reference: 'opening' }
    await bookDeposit(ctx, { accountId, ...money })
    return accountId
  }
  const empty = async () => {
    const order = { profileId: programme.profiles.managedAccounts, friendlyName: 'Spare', currency: 'EUR' }
    return (await must(createAccount(ctx, order))).id
  }
  const [euros, more] = [await filled('EUR'), await filled('EUR')]
  await filled('GBP')
  await filled('USD')
  await must(blockAccount(ctx, await empty()))
  await must(removeAccount(ctx, await empty()))

  const cards = [prepaidOrder(), prepaidOrder(), prepaidOrder(), debitOrder(euros), debitOrder(euros)]
  const ids: string[] = []
  for (const order of cards) ids.push((await must(createCard(ctx, keys, order))).id)
  const [card = '', blocked = '', physical = ''] = ids
  await must(blockCard(ctx, blocked))
  const plastic = { productReference: 'classic', carrierType: 'letter', deliveryAddress } as const
  await must(
    orderPhysical(ctx, keys, physical, { ...plastic, deliveryMethod: 'STANDARD_DELIVERY', activationCode: '12' }),
  )
  const transfer = (id: string, type: 'managed_cards' | 'managed_accounts', scheduledTimestamp?: string) => ({
    profileId: programme.profiles.transfers,
    source: instrument(more),
    destination: { type, id },
    destinationAmount: { currency: 'EUR', amount: 500_00 },
    ...(scheduledTimestamp && { scheduledTimestamp }),
  })
  await must(createTransfer(ctx, transfer(card, 'managed_cards')))
  await must(createTransfer(ctx, transfer(euros, 'managed_accounts', String(ctx.now() + 3_600_000))))

  if (ctx.actor.identityType === 'CORPORATE')
    for (const name of ['grace', 'alan', 'joan'])
      await must(createUser(ctx, { name, surname: 'Test', email: `${name}-${ctx.actor.identityId}@example.test` }))
  await trustBeneficiaries(ctx, [
    payee({ bankAccountDetails: { iban: germanIban(70 + at) } }),
    payee({ bankAccountDetails: { iban: germanIban(80 + at) } }),
  ])
  await verifyLinkedAccount(ctx, { reference: { iban: germanIban(90 + at) } })
  await beginLinkedAccount(ctx, { reference: { iban: germanIban(95 + at) } })
  await must(submitBulk(ctx, '/transfers', [{ requestBody: transfer(euros, 'managed_accounts') }]))
}
