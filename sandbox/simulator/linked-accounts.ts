import type { Hono } from 'hono'
import { simulateLinkedAccountSet, simulateLinkedAccountVerify } from '../../contract/simulator/linked-accounts'
import { endVerificationSteps, setVerification } from '../domain/linked-accounts/simulate-verification'
import type { Sandbox } from '../sandbox'
import { simulate } from './simulate'

export function linkedAccountSimulator(app: Hono, sandbox: Sandbox): void {
  simulate(app, sandbox, simulateLinkedAccountSet, (ctx, { params, body }) =>
    setVerification(ctx, params.account_id, body.state),
  )
  simulate(app, sandbox, simulateLinkedAccountVerify, (ctx, { params, body }) =>
    endVerificationSteps(ctx, params.account_id, body.steps, body.result),
  )
}
