import type { Hono } from 'hono'
import { programme } from '../domain/programme'
import { returnWire } from '../domain/wires/return-wire'
import { debitOrder, deliveryAddress, prepaidOrder } from './cards'
import { type Answer, type FrontDoor, keys } from './front-door'
import type { Kind, Known } from './known-ids'
import { germanIban } from './trust'
import { swiftPayee, ukPayee } from './wires'

/** Chance for one deed: which of the things, and how much. */
export type Dice = { a: number; b: number; amount: number }

/** Where deeds are done: in the name of one person, with what there is. */
export type Scene = { door: FrontDoor; simulator: Hono; token: string; consumer: boolean; known: Known; dice: Dice }

const { profiles } = programme
const at = (ids: readonly string[], n: number): string => ids[n % Math.max(ids.length, 1)] ?? '404'
const own = ({ known, dice }: Scene, kind: Kind, n = dice.a) => at(known[kind].own, n)
/** One of the last few: they are the ones that wait for something. */
const recent = ({ known, dice }: Scene, kind: Kind) => at(known[kind].own.slice(-3), dice.a)
const foreign = ({ known, dice }: Scene, kind: Kind) => at(known[kind].others, dice.b)

const post = ({ door, token }: Scene, path: string, body?: unknown): Promise<Answer> =>
  door.call('POST', path, { token, ...(body !== undefined && { body }), ref: door.sandbox.newId() })

async function simulate({ simulator }: Scene, path: string, body?: unknown): Promise<number> {
  const response = await simulator.request(path, {
    method: 'POST',
    headers: { 'programme-key': keys.apiKey, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return response.status
}

/** An account or a card, with its type: accounts stand first in the list of all instruments. */
const instrument = ({ known }: Scene, id: string) => ({
  type: known.cards.own.includes(id) || known.cards.others.includes(id) ? 'managed_cards' : 'managed_accounts',
  id,
})
const money = (currency: string, amount: number) => ({ currency, amount })
/** Mostly what the instrument is in. */
async function currencyOf({ door, dice }: Scene, id: string): Promise<string> {
  if (dice.b % 10 === 0) return 'GBP'
  const found = door.store.db.selectFrom('sandbox_instrument').select('currency').where('id', '=', id)
  return (await found.executeTakeFirst())?.currency ?? 'EUR'
}
const soon = ({ door, dice }: Scene) =>
  dice.b % 3 === 0 ? { scheduledTimestamp: String(door.clock.now() + (dice.b % 30) * 1000 + 1) } : {}

async function confirm(scene: Scene, resourceType: string, id: string): Promise<Answer> {
  const asked = await post(scene, '/challenges/otp/SMS', { resourceType, resourceIds: [id] })
  const challenge = asked.body && Reflect.get(asked.body, 'scaChallengeId')
  if (typeof challenge !== 'string') return asked
  // One wrong code in eight.
  const verificationCode = scene.dice.b % 8 === 0 ? '000000' : programme.otpCode
  const body = { resourceType, verificationCode }
  return post(scene, `/challenges/${challenge}/otp/SMS/verify`, body)
}

const purchase = async (scene: Scene) => ({
  merchantName: 'Corner Shop',
  merchantCategoryCode: ['5411', '7011', '5812', '6011'][scene.dice.b % 4],
  transactionAmount: money(await currencyOf(scene, own(scene, 'cards')), scene.dice.amount),
  atmWithdrawal: scene.dice.b % 7 === 0,
})

/** All that moves money, or changes what may be moved: each answers the statuses that it saw. */
export const deeds: Record<string, (scene: Scene) => Promise<Answer | number>> = {
  deposit: async (scene) =>
    simulate(scene, `/accounts/${own(scene, 'accounts')}/deposit`, {
      depositAmount: money(await currencyOf(scene, own(scene, 'accounts')), scene.dice.amount),
      senderName: 'Sender',
      senderIban: germanIban(scene.dice.b % 100),
    }),
  transfer: async (scene) =>
    post(scene, '/transfers', {
      profileId: profiles.transfers,
      source: instrument(scene, own(scene, 'instruments')),
      destination: instrument(scene, own(scene, 'instruments', scene.dice.b)),
      destinationAmount: money(await currencyOf(scene, own(scene, 'instruments')), scene.dice.amount),
      ...soon(scene),
    }),
  load: (scene) =>
    post(scene, '/transfers', {
      profileId: profiles.transfers,
      source: instrument(scene, own(scene, 'accounts')),
      destination: instrument(scene, own(scene, 'cards', scene.dice.b)),
      destinationAmount: money('EUR', scene.dice.amount),
    }),
  cancelTransfer: (scene) =>
    post(scene, '/transfers/bulk/cancel', {
      transfers: [{ id: recent(scene, 'transfers'), cancellationReason: 'No more' }],
    }),
  send: async (scene) =>
    post(scene, '/sends', {
      profileId: scene.dice.b % 4 === 0 ? profiles.sendsWithFees : profiles.sends,
      source: instrument(scene, own(scene, 'accounts')),
      destination: instrument(scene, foreign(scene, 'accounts')),
      destinationAmount: money(await currencyOf(scene, own(scene, 'accounts')), scene.dice.amount),
      ...soon(scene),
    }),
  confirmSend: (scene) => confirm(scene, 'sends', recent(scene, 'sends')),
  cancelSend: (scene) => post(scene, `/sends/${recent(scene, 'sends')}/cancel`, { cancellationReason: 'No more' }),
  wire: async (scene) => {
    const currency = await currencyOf(scene, own(scene, 'accounts'))
    const payees = {
      EUR: { name: 'Blue Harbour GmbH', iban: germanIban(scene.dice.b % 50) },
      GBP: ukPayee('31510100'),
      USD: swiftPayee,
    }
    return post(scene, '/outgoing_wire_transfers', {
      profileId: profiles.outgoingWires,
      sourceInstrument: { type: 'managed_accounts', id: own(scene, 'accounts') },
      transferAmount: money(currency, scene.dice.amount),
      description: 'Invoice 7',
      purpose: 'Goods',
      destinationBeneficiary: payees[currency as keyof typeof payees],
      ...soon(scene),
    })
  },
  lookAtWire: (scene) => post(scene, `/outgoing_wire_transfers/${recent(scene, 'wires')}/confirm`, {}),
  confirmWire: (scene) => confirm(scene, 'outgoing_wire_transfers', recent(scene, 'wires')),
  cancelWire: (scene) =>
    post(scene, `/outgoing_wire_transfers/${recent(scene, 'wires')}/cancel`, { cancellationReason: 'No more' }),
  acceptWire: (scene) => simulate(scene, `/wiretransfers/outgoing/${recent(scene, 'wires')}/accept`),
  rejectWire: (scene) => simulate(scene, `/wiretransfers/outgoing/${recent(scene, 'wires')}/reject`),
  returnWire: async (scene) => {
    await scene.door.inTx((ctx) => returnWire(ctx, recent(scene, 'wires'), 'Account closed'))
    return 200
  },
  fee: (scene) =>
    post(scene, `/${scene.consumer ? 'consumers' : 'corporates'}/fees/charge`, {
      feeType: Object.keys(programme.fees)[scene.dice.b % 2],
      source: instrument(scene, own(scene, 'accounts')),
    }),
  card: (scene) =>
    post(scene, '/managed_cards', scene.dice.b % 2 ? prepaidOrder() : debitOrder(own(scene, 'accounts'))),
  block: (scene) => post(scene, `/managed_cards/${own(scene, 'cards')}/block`),
  unblock: (scene) => post(scene, `/managed_cards/${own(scene, 'cards')}/unblock`),
  remove: (scene) => post(scene, `/managed_cards/${own(scene, 'cards')}/remove`),
  removeAccount: (scene) => post(scene, `/managed_accounts/${own(scene, 'accounts')}/remove`),
  plastic: (scene) =>
    post(scene, `/managed_cards/${own(scene, 'cards')}/physical`, {
      productReference: 'classic',
      carrierType: 'letter',
      deliveryAddress,
      activationCode: '12',
    }),
  activate: (scene) => post(scene, `/managed_cards/${own(scene, 'cards')}/physical/activate`, { activationCode: '12' }),
  steal: (scene) => post(scene, `/managed_cards/${own(scene, 'cards')}/physical/report_stolen`),
  lose: (scene) => post(scene, `/managed_cards/${own(scene, 'cards')}/physical/report_lost`),
  replace: (scene) =>
    post(scene, `/managed_cards/${own(scene, 'cards')}/physical/replace_lost_stolen`, {
      destinationCardTag: 'new',
      activationCode: '12',
    }),
  damage: (scene) =>
    post(scene, `/managed_cards/${own(scene, 'cards')}/physical/replace_damaged`, { activationCode: '12' }),
  purchase: async (scene) => simulate(scene, `/cards/${own(scene, 'cards')}/purchase`, await purchase(scene)),
  refund: async (scene) => simulate(scene, `/cards/${own(scene, 'cards')}/merchant_refund`, await purchase(scene)),
  expire: (scene) => simulate(scene, `/cards/${own(scene, 'cards')}/expire`),
  renew: (scene) => simulate(scene, `/cards/${own(scene, 'cards')}/renew`),
}
