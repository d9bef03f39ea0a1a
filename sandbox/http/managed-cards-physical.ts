import type { Hono } from 'hono'
import {
  managedCardPhysicalActivate,
  managedCardPhysicalContactlessLimitReset,
  managedCardPhysicalPinGet,
  managedCardPhysicalPinUnBlock,
  managedCardPhysicalReplaceDamaged,
  managedCardPhysicalReplaceLostOrStolen,
  managedCardPhysicalReportLost,
  managedCardPhysicalReportStolen,
  managedCardPhysicalUpgrade,
} from '../../contract/managed-cards-physical'
import { activateCard } from '../domain/cards/physical/activate-card'
import { orderPhysical } from '../domain/cards/physical/order-physical'
import { getPin, resetContactless, unblockPin } from '../domain/cards/physical/pin'
import { replaceDamaged, replaceLost } from '../domain/cards/physical/replace-card'
import { reportLost, reportStolen } from '../domain/cards/physical/report-card'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function physicalCardRoutes(app: Hono, sandbox: Sandbox): void {
  const { keys } = sandbox
  mount(app, sandbox, managedCardPhysicalUpgrade, (ctx, { params, body }) => orderPhysical(ctx, keys, params.id, body))
  mount(app, sandbox, managedCardPhysicalActivate, (ctx, { params, body }) =>
    activateCard(ctx, keys, params.id, body.activationCode),
  )
  mount(app, sandbox, managedCardPhysicalPinGet, (ctx, { params }) => getPin(ctx, keys, params.id))
  mount(app, sandbox, managedCardPhysicalPinUnBlock, (ctx, { params }) => unblockPin(ctx, params.id))
  mount(app, sandbox, managedCardPhysicalReplaceDamaged, (ctx, { params, body }) =>
    replaceDamaged(ctx, keys, params.id, body.activationCode),
  )
  mount(app, sandbox, managedCardPhysicalReportLost, (ctx, { params }) => reportLost(ctx, params.id))
  mount(app, sandbox, managedCardPhysicalReportStolen, (ctx, { params }) => reportStolen(ctx, params.id))
  mount(app, sandbox, managedCardPhysicalReplaceLostOrStolen, (ctx, { params, body }) =>
    replaceLost(ctx, keys, params.id, body.activationCode),
  )
  mount(app, sandbox, managedCardPhysicalContactlessLimitReset, (ctx, { params }) => resetContactless(ctx, params.id))
}
