import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { CardPaymentSubtype } from '../../../contract/card-payments'
import type { Tables } from '../../../storage/schema'

/** Kinds that are another one turned back: a step says so by its flag. */
const reversals: Partial<Record<CardPaymentSubtype, CardPaymentSubtype>> = {
  purchase_reversals: 'sale_purchases',
  cash_withdrawal_reversals: 'cash_withdrawals',
  purchase_refund_reversals: 'purchase_refunds',
}

/** Steps of any of the kinds. */
export const ofSubtypes =
  (subtypes: readonly CardPaymentSubtype[]) =>
  (
    eb: ExpressionBuilder<Pick<Tables, 'sandbox_card_payment_event'>, 'sandbox_card_payment_event'>,
  ): Expression<SqlBool> =>
    eb.or(
      subtypes.map((subtype) => {
        const reversed = reversals[subtype]
        const is = (kind: string) => eb('sandbox_card_payment_event.subtype', '=', kind)
        if (reversed === undefined) return is(subtype)
        return eb.and([is(reversed), eb('sandbox_card_payment_event.reversal', '=', 1)])
      }),
    )
