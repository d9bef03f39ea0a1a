import { accountDue } from '../accounts/due'
import { cardPaymentDue } from '../card-payments/due'
import { cardDue } from '../cards/due'
import { challengeDue } from '../challenges/due'
import type { Ctx } from '../context'
import { correspondentDue } from '../correspondents/due'
import { depositDue } from '../deposits/due'
import { identityDue } from '../identities/due'
import { sendDue } from '../sends/due'
import { transferDue } from '../transfers/due'
import { trustDue } from '../trust/due'
import { userDue } from '../users/due'
import { wireDue } from '../wires/due'

/**
 * Does what is due, in a transaction of its own. The state may have moved since it was ordered (a scheduled payment was
 * called off): a handler looks first, and does nothing where there is nothing left to do. It may order what comes next.
 */
export type DueHandler = (ctx: Ctx, subject: string) => Promise<void>

/** What may be ordered for later, by kind; each area of the domain brings its own. */
export const dueHandlers = {
  ...accountDue,
  ...cardDue,
  ...cardPaymentDue,
  ...challengeDue,
  ...correspondentDue,
  ...depositDue,
  ...identityDue,
  ...sendDue,
  ...transferDue,
  ...trustDue,
  ...userDue,
  ...wireDue,
} as const satisfies Record<string, DueHandler>

export type DueKind = keyof typeof dueHandlers
