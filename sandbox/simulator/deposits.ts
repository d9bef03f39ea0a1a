import type { Hono } from 'hono'
import type { AccountReference } from '../../contract/linked-accounts'
import { simulateAccountDeposit, simulateDeposit as simulateNumberedDeposit } from '../../contract/simulator/deposits'
import { done } from '../domain/context'
import { simulateDeposit, simulateDepositTo } from '../domain/deposits/simulate-deposit'
import { receiveDeposit } from '../effects/receive-deposit'
import type { Sandbox } from '../sandbox'
import { simulateInSteps } from './simulate'

export function depositSimulator(app: Hono, sandbox: Sandbox): void {
  simulateInSteps(app, simulateAccountDeposit, async ({ params, body }) => {
    const { senderIban, sepa, fasterPayments, accountDescriptor } = body
    const deposit = {
      ...common(body),
      accountId: params.account_id,
      senderIban: senderIban ?? sepa?.iban ?? '',
      sender: sepa ?? fasterPayments ?? accountDescriptor,
    }
    return done({ code: await receiveDeposit(sandbox, (ctx, asked) => simulateDeposit(ctx, deposit, asked)) })
  })
  simulateInSteps(app, simulateNumberedDeposit, async ({ body }) => {
    const { iban, destinationIbanDetails, destinationFasterPaymentsDetails } = body
    const { senderIbanDetails, senderFasterPaymentsDetails, senderAccountDescriptorDetails } = body
    const sender: AccountReference | undefined =
      senderIbanDetails ?? senderFasterPaymentsDetails ?? senderAccountDescriptorDetails
    const deposit = { ...common(body), senderIban: senderIbanDetails?.iban ?? '', sender, links: true }
    const to = destinationIbanDetails ?? destinationFasterPaymentsDetails ?? (iban === undefined ? undefined : { iban })
    const code = await receiveDeposit(sandbox, (ctx, asked) => simulateDepositTo(ctx, to, deposit, asked))
    // Whoever has an account number has an IBAN.
    return done({ code: code === 'DENIED_ACCOUNT_NOT_UPGRADED_TO_IBAN' ? 'DENIED_OTHER' : code })
  })
}

type Told = {
  depositAmount: { currency: string; amount: number }
  senderName?: string | undefined
  reference?: string | undefined
  txId?: number | undefined
  paymentNetwork?: 'SEPA' | 'FASTER_PAYMENTS' | 'SWIFT' | 'BACS' | 'CHAPS' | 'RIX' | undefined
}

/** What both forms say in the same words. */
const common = ({ depositAmount, senderName, reference, txId, paymentNetwork }: Told) => ({
  ...depositAmount,
  senderName: senderName ?? 'Sandbox sender',
  reference: reference ?? '',
  network: paymentNetwork,
  id: txId === undefined ? undefined : String(txId),
})
