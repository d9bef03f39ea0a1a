import type { Hono } from 'hono'
import {
  managedCardSpendRulesCreate,
  managedCardSpendRulesDelete,
  managedCardSpendRulesGet,
  managedCardSpendRulesUpdate,
} from '../../contract/spend-rules'
import {
  createSpendRules,
  deleteSpendRules,
  getSpendRules,
  updateSpendRules,
} from '../domain/cards/spend-rules/write-rules'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function spendRuleRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, managedCardSpendRulesGet, (ctx, { params }) => getSpendRules(ctx, params.id))
  mount(app, sandbox, managedCardSpendRulesCreate, (ctx, { params, body }) => createSpendRules(ctx, params.id, body))
  mount(app, sandbox, managedCardSpendRulesUpdate, (ctx, { params, body }) => updateSpendRules(ctx, params.id, body))
  mount(app, sandbox, managedCardSpendRulesDelete, (ctx, { params }) => deleteSpendRules(ctx, params.id))
}
