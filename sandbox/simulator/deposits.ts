import type { Hono } from 'hono'
import { simulateAccountDeposit } from '../../contract/simulator/deposits'
import { done } from '../domain/context'
import { simulateDeposit } from '../domain/deposits/simulate-deposit'
import type { Sandbox } from '../sandbox'
import { simulate } from './simulate'

export function depositSimulator(app: Hono, sandbox: Sandbox): void {
  simulate(app, sandbox, simulateAccountDeposit, async (ctx, { params, body }) => {
    const { depositAmount, senderName, reference, senderIban, sepa, fasterPayments } = body
    const code = await simulateDeposit(ctx, {
      accountId: params.account_id,
      ...depositAmount,
      senderName: senderName ?? 'Sandbox sender',
      senderIban: senderIban ?? sepa?.iban ?? fasterPayments?.accountNumber ?? '',
      reference: reference ?? '',
    })
    return done({ code })
  })
}
