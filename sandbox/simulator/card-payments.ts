import type { Hono } from 'hono'
import {
  type PurchaseAnswer,
  type PurchaseRequestByCardId,
  simulateCardPurchase,
  simulateCardRefund,
  simulatePurchase,
  simulateRefund,
} from '../../contract/simulator/card-payments'
import { alpha2 } from '../domain/card-payments/alpha-3'
import type { CardOrder } from '../domain/card-payments/card-order'
import { type CardDetails, findCardByNumber } from '../domain/card-payments/find-card-by-number'
import { openPayment } from '../domain/card-payments/run-purchase'
import { confirmPurchase } from '../domain/card-payments/three-d-secure'
import { type Ctx, done } from '../domain/context'
import { payByCard } from '../effects/pay-by-card'
import type { Sandbox } from '../sandbox'
import { simulateInSteps } from './simulate'

export function cardPaymentSimulator(app: Hono, sandbox: Sandbox): void {
  const { keys } = sandbox
  const pay = async (credit: boolean, body: PurchaseRequestByCardId, find: Find) => {
    const order = async (ctx: Ctx) => ({ ...orderOf(body), ...(await find(ctx)) })
    if (body.initiateBiometricThreeDSecure && !credit) {
      const { code, challengeId } = await sandbox.run(async (ctx) => confirmPurchase(ctx, await order(ctx)))
      const value = challengeId === undefined ? undefined : Number(challengeId)
      return done<PurchaseAnswer>({ code, ...(value && { threeDSecureChallengeId: { value, hasValue: true } }) })
    }
    const code = await payByCard(sandbox, async (ctx, asks) => openPayment(ctx, await order(ctx), { credit, asks }))
    return done<PurchaseAnswer>({ code })
  }
  const byId = (cardId: string) => async () => ({ cardId })
  const byNumber = (details: CardDetails) => (ctx: Ctx) => findCardByNumber(ctx, keys, details)
  simulateInSteps(app, simulateCardPurchase, ({ params, body }) => pay(false, body, byId(params.card_id)))
  simulateInSteps(app, simulatePurchase, ({ body }) => pay(false, body, byNumber(body)))
  simulateInSteps(app, simulateCardRefund, ({ params, body }) => pay(true, body, byId(params.card_id)))
  simulateInSteps(app, simulateRefund, ({ body }) => pay(true, body, byNumber(body)))
}

type Find = (ctx: Ctx) => Promise<Pick<CardOrder, 'cardId' | 'told'>>

function orderOf(body: PurchaseRequestByCardId): Omit<CardOrder, 'cardId'> {
  const more = body.additionalMerchantData
  return {
    amount: body.transactionAmount,
    merchant: {
      name: body.merchantName,
      id: body.merchantId,
      categoryCode: body.merchantCategoryCode,
      country: alpha2(body.transactionCountry ?? more?.merchantCountry),
      street: more?.merchantStreet,
      city: more?.merchantCity,
      state: more?.merchantState,
      postalCode: more?.merchantPostalCode,
      telephone: more?.merchantTelephone,
      url: more?.merchantURL,
      nameOther: more?.merchantNameOther,
      networkId: more?.merchantNetworkId,
      contact: more?.merchantContact,
    },
    atm: body.atmWithdrawal,
    cardPresent: body.cardPresent,
    cardholderPresent: body.cardHolderPresent,
    forexFee: body.forexFee,
    forexPadding: body.forexPadding,
    at: body.transactionTimestamp,
  }
}
