import { expect } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { openPlatform } from '../testing/platform'
import { visitEach } from '../testing/scenarios'
import { purchaseScenarios } from './purchases'

const meant: Readonly<Record<string, string>> = {
  insufficientBalance: 'INSUFFICIENT_BALANCE',
  cardBlocked: 'CARD_STATUS_NOT_ALLOWED',
  cardExpired: 'CARD_EXPIRY_CHECKS_FAILED',
  notActivated: 'PHYSICAL_NOT_ACTIVATED',
  pinBlocked: 'PIN_RETRIES_EXCEEDED',
  wrongCvv: 'CVV_CHECKS_FAILED',
  cvvTriedTooOften: 'CVV_RETRIES_EXCEEDED',
  wrongExpiry: 'CARD_EXPIRY_CHECKS_FAILED',
  categoryBlocked: 'AUTH_RULE_CHECKS_FAILED MERCHANT_CATEGORY_BLOCKED',
  amountTooHigh: 'AUTH_RULE_CHECKS_FAILED MAX_TRANSACTION_AMOUNT_EXCEEDED',
  spendLimit: 'AUTH_RULE_CHECKS_FAILED SPEND_LIMIT_EXCEEDED',
  accountBlocked: 'TRANSACTION_NOT_PERMITTED',
  platform: 'AUTH_RULE_CHECKS_FAILED AUTH_FORWARDING',
}

onEachEngine('scenarios of purchases', (open) =>
  visitEach(open, purchaseScenarios, {
    'authorisations-declined': async ({ get, ids }) => {
      const found: Record<string, string> = {}
      for (const [reason, id] of Object.entries(ids)) {
        const payment = (await get(`/card_payments/${id}`)) as {
          status: string
          events: { declineReason?: string; authRuleFailedReason?: string }[]
        }
        expect(payment.status).toBe('DECLINED')
        const { declineReason, authRuleFailedReason } = payment.events[0] ?? {}
        found[reason] = [declineReason, authRuleFailedReason].filter((word) => word !== undefined).join(' ')
      }
      expect(found).toEqual(meant)
    },
    'authorisation-asked': async ({ get, ids, control, door }) => {
      // Nobody listened: what the rules of the card say held.
      const { cardPayments } = (await get(`/card_payments?cardId=${ids.card}`)) as { cardPayments: unknown[] }
      expect(cardPayments).toMatchObject([{ status: 'SETTLEMENT_IN_PROGRESS', merchant: { name: 'Timber and Sons' } }])

      const platform = await openPlatform(() => ({ status: 200, body: '{"result":"DENIED"}' }))
      door.sandbox.settings.webhookAddress = platform.url
      try {
        const { body } = await control('POST', '/scenarios/authorisation-asked', {})
        const { card } = (body as { ids: { card: string } }).ids
        const asked = platform.heard.filter(({ path }) => path === '/managed_cards/authorisation_request')
        expect(asked.map(({ body }) => JSON.parse(body).cardId)).toEqual([card])
      } finally {
        door.sandbox.settings.webhookAddress = null
        await platform.close()
      }
    },
  }),
)
