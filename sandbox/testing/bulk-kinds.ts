import type { Store } from '../../storage/open'
import type { BulkItem, BulkPath } from '../domain/bulks/operations'
import { blockCard } from '../domain/cards/block-card'
import { createCard } from '../domain/cards/create-card'
import type { ActorCtx } from '../domain/context'
import { bookDeposit } from '../domain/deposits/book-deposit'
import { programme } from '../domain/programme'
import { createUser } from '../domain/users/create-user'
import { must } from '../worlds/world'
import { addCompany, type Bank, newActor } from './bank'
import { debitOrder } from './cards'
import { instrument, openFunded } from './sends'
import { openLanding, payee, trustBeneficiary } from './trust'
import { swiftPayee } from './wires'

/** Rows of one kind of bulk, some of which must fail, and what the rest leaves behind. */
export type BulkOfKind = {
  path: BulkPath
  items: BulkItem[]
  /** How often each deed is found in the database, by the name of its row: no deed is missing, none is there twice. */
  deeds: (store: Store) => Promise<string[]>
  /** Those that must be there. */
  expected: string[]
  /** The kind of message that each deed sends to the platform, where it sends one. */
  event?: string
}

type Prepare = (bank: Bank, rows: number) => Promise<BulkOfKind>

/** Every hundredth row must fail, each time. */
const fails = (index: number) => index % 100 === 99
const names = (rows: number) => Array.from({ length: rows }, (_, index) => `row-${index + 1}`)
const good = (all: readonly string[]) => all.filter((_, index) => !fails(index))

/** A bulk of each of the nine kinds, in any bank whose company may do everything. */
export const bulkKinds: Record<string, Prepare> = {
  transfers: async (bank, rows) => {
    const from = await bank.account('EUR', 100_000_000)
    const to = await bank.account('EUR', 0)
    const tags = names(rows)
    const order = (tag: string, index: number) => ({
      profileId: programme.profiles.transfers,
      tag,
      source: instrument(from),
      destination: instrument(fails(index) ? '404' : to),
      destinationAmount: { currency: 'EUR', amount: index + 1 },
    })
    return {
      path: '/transfers',
      items: tags.map((tag, index) => ({ requestBody: order(tag, index) })),
      deeds: ({ db }) =>
        column(db.selectFrom('sandbox_transfer').select('tag as name').where('state', '=', 'COMPLETED')),
      expected: good(tags),
      event: 'transfers_watch',
    }
  },
  sends: async (bank, rows) => {
    const from = await bank.account('EUR', 100_000_000)
    const other = newActor()
    await addCompany(bank.store, other, bank.sandbox.clock.now())
    const to = await bank.run((ctx) => openFunded(ctx, other.identityId, 0))
    const trusted = await bank.run((ctx) => trustBeneficiary(ctx, payee({ instrument: instrument(to) })))
    const tags = names(rows)
    const order = (tag: string, index: number) => ({
      profileId: programme.profiles.sends,
      tag,
      source: instrument(from),
      destination: { beneficiaryId: fails(index) ? '404' : trusted },
      destinationAmount: { currency: 'EUR', amount: index + 1 },
    })
    return {
      path: '/sends',
      items: tags.map((tag, index) => ({ requestBody: order(tag, index) })),
      deeds: ({ db }) => column(db.selectFrom('sandbox_send').select('tag as name').where('state', '=', 'COMPLETED')),
      expected: good(tags),
      event: 'send_watch',
    }
  },
  wires: async (bank, rows) => {
    const from = await bank.run(async (ctx) => {
      const accountId = await openLanding(ctx, 'USD')
      const money = {
        currency: 'USD',
        amount: 1_000_000_000,
        senderName: 'Sender',
        senderIban: 'IE00',
        reference: 'opening',
      }
      await bookDeposit(ctx, { accountId, ...money })
      return accountId
    })
    const tags = names(rows)
    const order = (tag: string, index: number) => ({
      profileId: fails(index) ? '9' : programme.profiles.outgoingWires,
      tag,
      sourceInstrument: instrument(from),
      transferAmount: { currency: 'USD', amount: index + 1 },
      purpose: 'Goods',
      description: 'Invoice',
      destinationBeneficiary: swiftPayee,
    })
    return {
      path: '/outgoing_wire_transfers',
      items: tags.map((tag, index) => ({ requestBody: order(tag, index) })),
      deeds: async ({ db }) => {
        const wires = await db.selectFrom('sandbox_wire').select(['tag', 'state']).execute()
        return wires.map(({ tag, state }) => `${tag} ${state}`)
      },
      // Five small ones in a row need no challenge, whatever happened in between.
      expected: good(tags).map(
        (tag, index) => `${tag} ${index < programme.lowValue.payments ? 'SUBMITTED' : 'PENDING_CHALLENGE'}`,
      ),
      event: 'outgoing_wire_transfers_watch',
    }
  },
  users: async (_, rows) => {
    const emails = names(rows).map((name) => `${name}@bulk.test`)
    const order = (email: string, index: number) => ({
      name: 'Ada',
      surname: 'Byron',
      email: fails(index) ? `row@${programme.refusedEmailDomains[0]}` : email,
    })
    return {
      path: '/users',
      items: emails.map((email, index) => ({ requestBody: order(email, index) })),
      deeds: ({ db }) =>
        column(db.selectFrom('sandbox_credential').select('email as name').where('email', 'like', '%@bulk.test')),
      expected: good(emails),
    }
  },
  invites: async (bank, rows) => {
    const ids = await bank.run(async (ctx) => {
      const made: string[] = []
      for (const name of names(rows))
        made.push((await must(createUser(ctx, { name, surname: 'Test', email: `${name}@invited.test` }))).id)
      return made
    })
    return {
      path: '/users/_user_id_/invite',
      items: ids.map((id, index) => ({ pathParams: { _user_id_: fails(index) ? '404' : id } })),
      deeds: ({ db }) =>
        column(db.selectFrom('sandbox_credential').select('id as name').where('invited_until', 'is not', null)),
      expected: good(ids),
    }
  },
  block: (bank, rows) => onCards(bank, rows, { path: '/managed_cards/_id_/block', to: 'BLOCKED' }),
  unblock: async (bank, rows) => {
    const all = await onCards(bank, rows, { path: '/managed_cards/_id_/unblock', to: 'ACTIVE' })
    await bank.run(async (ctx) => {
      for (const id of all.expected) await must(blockCard(ctx, id))
    })
    return all
  },
  remove: (bank, rows) => onCards(bank, rows, { path: '/managed_cards/_id_/remove', to: 'DESTROYED' }),
  rules: async (bank, rows) => {
    const all = await onCards(bank, rows, { path: '/managed_cards/_id_/spend_rules', to: 'ACTIVE' })
    const requestBody = { spendLimit: [{ value: { currency: 'EUR', amount: 5 }, interval: 'DAILY' }] }
    const { event: _, ...quiet } = all
    return {
      ...quiet,
      items: all.items.map((item) => ({ ...item, requestBody })),
      deeds: ({ db }) =>
        column(db.selectFrom('sandbox_card').select('id as name').where('spend_rules', 'is not', null)),
    }
  },
}

async function onCards(
  bank: Bank,
  rows: number,
  { path, to }: { path: BulkPath; to: 'ACTIVE' | 'BLOCKED' | 'DESTROYED' },
): Promise<BulkOfKind> {
  const parent = await bank.account('EUR', 0)
  const ids = await bank.run((ctx) => issue(ctx, bank, parent, rows))
  return {
    path,
    items: ids.map((id, index) => ({ pathParams: { _id_: fails(index) ? '404' : id } })),
    deeds: ({ db }) =>
      column(
        db
          .selectFrom('sandbox_instrument')
          .innerJoin('sandbox_card', 'sandbox_card.id', 'sandbox_instrument.id')
          .select('sandbox_instrument.id as name')
          .where('parent_account_id', '=', parent)
          .where('state', '=', to)
          .where('sandbox_instrument.id', 'in', good(ids)),
      ),
    expected: good(ids),
    event: 'managed_cards_state_change_watch',
  }
}

async function issue(ctx: ActorCtx, bank: Bank, parent: string, rows: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < rows; n++) ids.push((await must(createCard(ctx, bank.sandbox.keys, debitOrder(parent)))).id)
  return ids
}

const column = async (query: { execute: () => Promise<{ name: string | null }[]> }): Promise<string[]> =>
  (await query.execute()).map(({ name }) => name ?? '')
