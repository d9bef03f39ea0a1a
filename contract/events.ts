import * as access from './events/access'
import * as accounts from './events/accounts'
import * as bulks from './events/bulks'
import * as cards from './events/cards'
import * as identities from './events/identities'
import * as legacy from './events/legacy'
import * as money from './events/money'
import * as payments from './events/payments'
import * as transfers from './events/transfers'
import * as trust from './events/trust'
import * as wires from './events/wires'
import type { Webhook } from './webhook'

/** What each area exports: webhooks, and the schemas of their payloads. */
export const eventAreas: readonly Readonly<Record<string, unknown>>[] = [
  access,
  accounts,
  bulks,
  cards,
  identities,
  legacy,
  money,
  payments,
  transfers,
  trust,
  wires,
]

const isWebhook = (value: unknown): value is Webhook =>
  typeof value === 'object' && value !== null && 'id' in value && 'payload' in value && 'verify' in value

/** All kinds of message that Weavr sends, area by area. */
export const webhooks: readonly Webhook[] = eventAreas.flatMap((area) => Object.values(area).filter(isWebhook))
