import type { Hono } from 'hono'
import * as corporates from '../../contract/corporates'
import { chargeFee } from '../domain/fees/charge-fee'
import { createCorporate } from '../domain/identities/create-corporate'
import { sendRootEmailCode, verifyRootEmail } from '../domain/identities/email-verification'
import { readCorporate, readKyb } from '../domain/identities/read-corporate'
import { startKyb } from '../domain/identities/start-check'
import { updateCorporate } from '../domain/identities/update-corporate'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function corporateRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, corporates.corporateCreate, (ctx, { body }) => createCorporate(ctx, body))
  mount(app, sandbox, corporates.corporateGet, readCorporate)
  mount(app, sandbox, corporates.corporateUpdate, (ctx, { body }) => updateCorporate(ctx, body))
  mount(app, sandbox, corporates.corporateRootUserEmailVerificationCodeSend, (ctx, { body }) =>
    sendRootEmailCode(ctx, { ...body, type: 'CORPORATE' }),
  )
  mount(app, sandbox, corporates.corporateRootUserEmailVerify, (ctx, { body }) =>
    verifyRootEmail(ctx, { ...body, type: 'CORPORATE' }),
  )
  mount(app, sandbox, corporates.corporateKybStart, startKyb)
  mount(app, sandbox, corporates.corporateKybGet, readKyb)
  mount(app, sandbox, corporates.corporateChargeFee, (ctx, { body }) => chargeFee(ctx, { ...body, payer: 'CORPORATE' }))
}
