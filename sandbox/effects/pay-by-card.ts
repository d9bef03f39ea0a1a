import { managed_cards_authorisation_forwarding } from '../../contract/card-authorisation-forwarding'
import type { PurchaseCode } from '../../contract/simulator/card-payments'
import { decidePayment } from '../domain/card-payments/decide-payment'
import { forwardingQuestion } from '../domain/card-payments/forwarding-question'
import type { PaymentResult, Undecided } from '../domain/card-payments/run-purchase'
import { answeredPurchases, resumePurchase } from '../domain/card-payments/three-d-secure'
import type { Ctx } from '../domain/context'
import { programme } from '../domain/programme'
import type { Sandbox } from '../sandbox'
import { askPlatform } from './forwarding'

/**
 * Has a card pay or be paid. Where its profile asks the platform and there is somebody to ask, the payment waits for the
 * answer between two transactions and holds nothing meanwhile; an answer that is late or none is the card's default.
 */
export async function payByCard(
  sandbox: Sandbox,
  open: (ctx: Ctx, asks: boolean) => Promise<PaymentResult | Undecided>,
): Promise<PurchaseCode> {
  const asks = sandbox.settings.webhookAddress !== null
  const opened = await sandbox.run(async (ctx) => {
    const result = await open(ctx, asks)
    return 'ask' in result ? { id: result.ask.id, payload: await forwardingQuestion(ctx, result) } : result
  })
  if (!('payload' in opened)) return opened.code
  const answer = await askPlatform(sandbox, {
    path: managed_cards_authorisation_forwarding.path,
    payload: opened.payload,
    timeoutMs: programme.cardPayments.decisionMs,
  })
  const word = typeof answer === 'object' ? answer.decision : 'LATE'
  return sandbox.run((ctx) => decidePayment(ctx, opened.id, word))
}

/** Goes on with what a person has just confirmed, or refused, on the phone. */
export async function resumePurchases(sandbox: Sandbox, credentialId: string): Promise<void> {
  const waiting = await sandbox.run((ctx) => answeredPurchases(ctx, credentialId))
  for (const id of waiting) await payByCard(sandbox, (ctx, asks) => resumePurchase(ctx, id, asks))
}
