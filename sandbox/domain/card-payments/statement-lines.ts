import { CardPaymentEvent } from '../../../contract/card-payment'
import type { StatementEntry, StatementV2Entry } from '../../../contract/statements'
import type { Ctx } from '../context'
import type { EntryRow } from '../statements/read-entries'
import { PaymentDocument } from './payment-document'
import { rateText } from './rates'

/** What a statement says of a card payment beyond its row in the ledger. */
export type CardLine = {
  paymentId: string
  v1: Partial<StatementEntry>
  v2: Pick<StatementV2Entry, 'forex' | 'fee'>
}

const lineTypes = new Set([
  'AUTHORISATION',
  'AUTHORISATION_DECLINE',
  'AUTHORISATION_REVERSAL',
  'AUTHORISATION_CANCELLATION',
  'AUTHORISATION_EXPIRY',
  'SETTLEMENT',
  'MERCHANT_REFUND',
])

/**
 * The card payments on a page of a statement, by the id of the line's transaction. The ledger says for ever that an
 * authorisation was open when it was booked; whether it is now, its payment knows.
 */
export async function cardLines(ctx: Ctx, rows: readonly EntryRow[]): Promise<Map<string, CardLine>> {
  const ids = rows.filter((row) => lineTypes.has(row.transaction_type)).map((row) => row.transaction_id)
  if (ids.length === 0) return new Map()
  const steps = await ctx.tx
    .selectFrom('sandbox_card_payment_event as step')
    .innerJoin('sandbox_card_payment as payment', 'payment.id', 'step.payment_id')
    .select(['step.id', 'step.document as step', 'payment.id as paymentId', 'payment.status'])
    .select(['payment.document', 'payment.currency'])
    .where('step.id', 'in', ids)
    .execute()
  return new Map(
    steps.map((row) => {
      const step = CardPaymentEvent.parse(JSON.parse(row.step))
      const doc = PaymentDocument.parse(JSON.parse(row.document))
      const isOpen = row.status === 'SETTLEMENT_IN_PROGRESS'
      return [row.id, { paymentId: row.paymentId, v1: older(step, doc, isOpen), v2: newer(step, doc, row.currency) }]
    }),
  )
}

function older(step: CardPaymentEvent, doc: PaymentDocument, isOpen: boolean): Partial<StatementEntry> {
  const { transactionAmount, userAmount } = step
  const fee = platformFee(step)
  const state = isOpen ? 'PENDING' : 'COMPLETED'
  const isHold = step.type === 'AUTHORISATION' && !step.reversal && step.result === 'APPROVED'
  return {
    ...(isHold && { entryState: state, additionalFields: { authorisationState: state } }),
    ...(transactionAmount && { sourceAmount: transactionAmount }),
    ...(doc.rate && transactionAmount && { originalAmount: transactionAmount, forexRate: doc.rate }),
    ...(fee && { transactionFee: fee.amount }),
    ...(doc.user &&
      userAmount && {
        userCurrencyTransactionDetails: {
          userTransactionAmount: userAmount,
          userExchangeRate: rateText(doc.user.rate),
        },
      }),
  }
}

/** Only what moves money is on the newer statement: no padding is left by then. */
function newer(step: CardPaymentEvent, doc: PaymentDocument, currency: string): CardLine['v2'] {
  const fee = platformFee(step)
  const forexFee = step.fees?.find(({ type }) => type === 'FOREX_FEE')?.amount
  return {
    ...(fee && { fee: { id: fee.id, type: 'fees', amount: fee.amount, subtype: fee.subtype } }),
    ...(doc.rate && {
      forex: {
        ...(step.transactionAmount && { originalAmount: step.transactionAmount }),
        exchangeRate: doc.rate,
        feeAmount: forexFee ?? { currency, amount: 0 },
      },
    }),
  }
}

function platformFee(step: CardPaymentEvent) {
  return step.fees?.find((fee) => fee.type === 'PLATFORM_FEE')
}
