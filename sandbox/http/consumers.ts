import type { Hono } from 'hono'
import * as consumers from '../../contract/consumers'
import { createConsumer } from '../domain/consumers/create-consumer'
import { readConsumer, readKyc } from '../domain/consumers/read-consumer'
import { updateConsumer } from '../domain/consumers/update-consumer'
import { chargeFee } from '../domain/fees/charge-fee'
import { sendRootEmailCode, verifyRootEmail } from '../domain/identities/email-verification'
import { startKyc } from '../domain/identities/start-check'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function consumerRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, consumers.consumerCreate, (ctx, { body }) => createConsumer(ctx, body))
  mount(app, sandbox, consumers.consumerGet, readConsumer)
  mount(app, sandbox, consumers.consumerUpdate, (ctx, { body }) => updateConsumer(ctx, body))
  mount(app, sandbox, consumers.consumerRootUserEmailVerificationCodeSend, (ctx, { body }) =>
    sendRootEmailCode(ctx, { ...body, type: 'CONSUMER' }),
  )
  mount(app, sandbox, consumers.consumerRootUserEmailVerify, (ctx, { body }) =>
    verifyRootEmail(ctx, { ...body, type: 'CONSUMER' }),
  )
  mount(app, sandbox, consumers.consumerKycStart, (ctx, { body }) => startKyc(ctx, body?.kycLevel))
  mount(app, sandbox, consumers.consumerKycGet, readKyc)
  mount(app, sandbox, consumers.consumerChargeFee, (ctx, { body }) => chargeFee(ctx, { ...body, payer: 'CONSUMER' }))
}
