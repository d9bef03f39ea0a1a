import type { CardAuthorisationRequest } from '../../../contract/card-authorisation-forwarding'
import { availableToSpend } from '../cards/spend-rules/available-to-spend'
import type { Ctx } from '../context'
import { findIdentity } from '../identities/credentials'
import { findInstruments } from '../ledger/batch'
import { totalOf } from './payment-document'
import type { Undecided } from './run-purchase'

/** What the platform is asked about a purchase. Balances and limits are those before it. */
export async function forwardingQuestion(ctx: Ctx, { ask, card }: Undecided): Promise<CardAuthorisationRequest> {
  const { doc, currency } = ask
  const identity = await findIdentity(ctx, ask.identity_id)
  if (!identity) throw new Error(`card ${card.id} is nobody's`)
  const money = (amount: number) => ({ currency, amount })
  const isDebit = card.parent_account_id !== null
  const [account] = isDebit ? [] : await findInstruments(ctx, [card.id])
  return {
    cardId: card.id,
    transactionId: ask.id,
    authorisationType: ask.type === 'REFUND' ? 'AUTHORISED_CREDIT' : 'AUTHORISED',
    sourceAmount: doc.source,
    transactionAmount: money(doc.billing),
    totalTransactionCost: money(totalOf(doc)),
    transactionTimestamp: doc.at,
    merchantData: doc.merchant,
    owner: { type: identity.type, id: identity.id },
    cardholderPresent: doc.cardholderPresent,
    cardPresent: doc.cardPresent,
    authCode: doc.authCode,
    ...(doc.rate && { forexPadding: money(doc.padding), forexFee: money(doc.forexFee) }),
    mode: card.mode,
    transactionType: doc.transactionType,
    ...(card.parent_account_id === null
      ? { availableBalance: money(account?.available_balance ?? 0) }
      : { parentManagedAccountId: card.parent_account_id, availableToSpend: await availableToSpend(ctx, card) }),
  }
}
