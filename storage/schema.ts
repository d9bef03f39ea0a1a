import type { AccessTables } from './schema/access'
import type { AuditTables } from './schema/audit'
import type { AuthorisationsTables } from './schema/authorisations'
import type { BulksTables } from './schema/bulks'
import type { CardPaymentsTables } from './schema/card-payments'
import type { CardsTables } from './schema/cards'
import type { EntriesTables } from './schema/entries'
import type { GatewayTables } from './schema/gateway'
import type { IdentitiesTables } from './schema/identities'
import type { LimitsTables } from './schema/limits'
import type { LiveTables } from './schema/live'
import type { MachineryTables } from './schema/machinery'
import type { MoneyTables } from './schema/money'
import type { OnboardingTables } from './schema/onboarding'
import type { PaymentsTables } from './schema/payments'
import type { ProposalsTables } from './schema/proposals'
import type { TrustTables } from './schema/trust'
import type { WebhooksInTables } from './schema/webhooks-in'

/**
 * The tables, as Kysely types. The subset is portable between SQLite and PostgreSQL: ids and enums are text, money and
 * instants are 64-bit integers, flags are 0 or 1, documents are JSON text. Times are epoch milliseconds of the program's
 * own clock.
 */
export type Tables = AuditTables &
  AccessTables &
  AuthorisationsTables &
  BulksTables &
  CardPaymentsTables &
  CardsTables &
  EntriesTables &
  GatewayTables &
  IdentitiesTables &
  LimitsTables &
  LiveTables &
  MachineryTables &
  MoneyTables &
  OnboardingTables &
  PaymentsTables &
  ProposalsTables &
  TrustTables &
  WebhooksInTables
