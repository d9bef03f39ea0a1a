import type { Hono } from 'hono'
import {
  managedCardBlock,
  managedCardCreate,
  managedCardGet,
  managedCardRemove,
  managedCardStatement,
  managedCardsGet,
  managedCardUnblock,
  managedCardUpdate,
} from '../../contract/managed-cards'
import { blockCard } from '../domain/cards/block-card'
import { createCard } from '../domain/cards/create-card'
import { getCard } from '../domain/cards/get-card'
import { listCards } from '../domain/cards/list-cards'
import { removeCard } from '../domain/cards/remove-card'
import { unblockCard } from '../domain/cards/unblock-card'
import { updateCard } from '../domain/cards/update-card'
import { readCardStatement } from '../domain/statements/read-statement'
import type { Sandbox } from '../sandbox'
import { csvStatement } from './csv-statement'
import { mount } from './mount'

export function cardRoutes(app: Hono, sandbox: Sandbox): void {
  const { keys } = sandbox
  mount(app, sandbox, managedCardsGet, (ctx, { query }) => listCards(ctx, keys, query))
  mount(app, sandbox, managedCardCreate, (ctx, { body }) => createCard(ctx, keys, body))
  mount(app, sandbox, managedCardGet, (ctx, { params }) => getCard(ctx, keys, params.id))
  mount(app, sandbox, managedCardUpdate, (ctx, { params, body }) => updateCard(ctx, keys, params.id, body))
  mount(app, sandbox, managedCardBlock, (ctx, { params }) => blockCard(ctx, params.id))
  mount(app, sandbox, managedCardUnblock, (ctx, { params }) => unblockCard(ctx, params.id))
  mount(app, sandbox, managedCardRemove, (ctx, { params }) => removeCard(ctx, params.id))
  csvStatement(app, '/managed_cards/:id/statement')
  mount(app, sandbox, managedCardStatement, readCardStatement)
}
