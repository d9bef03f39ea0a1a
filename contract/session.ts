import * as z from 'zod'
import { Brand } from './brand'
import { CredentialId, Id, IdentityId, IdentityType } from './common'
import { PaymentLimit } from './console/limits'
import { permissions } from './permissions'

/**
 * The gateway's own resource `/api/session`, which stands before the Multi API: the token never leaves the gateway.
 * POST signs in, GET tells who is signed in (401: nobody), DELETE signs out, POST `/api/session/activity` says that the
 * person is still there.
 *
 * DELETE ends this browser's session and way in, with every token of theirs upstream; identities that were left by switching
 * have ended when they were left. DELETE `?everywhere` ends all other sessions of the same person at this console too, in
 * whichever browser and identity: their tabs hear `session.ended` (SIGNED_OUT), as after a changed or recovered password.
 */
export const SignIn = z.object({ email: z.email().max(255), password: z.object({ value: z.string().min(1).max(100) }) })
export type SignIn = z.infer<typeof SignIn>

/** What the person may do here; the gateway enforces it, the page shows it. */
export const AccessView = z.object({
  role: z.object({ id: z.string(), name: z.string() }),
  permissions: z.array(z.enum(permissions)),
  /** Left out: all of them. */
  accounts: z.array(Id).optional(),
  cards: z.array(Id).optional(),
  /** Most that one payment, and all payments of a day in `zone`, may come to; minor units. */
  limits: z.array(PaymentLimit),
  zone: z.string(),
})
export type AccessView = z.infer<typeof AccessView>

export const SessionView = z.object({
  person: z.object({ credentials: CredentialId, name: z.string(), email: z.string() }),
  identity: z.object({ id: IdentityId, name: z.string() }),
  access: AccessView,
  steppedUp: z.boolean(),
  /** When the session ends unless the person does something, and the gateway's clock (both epoch ms). */
  idleDeadline: z.int(),
  now: z.int(),
})
export type SessionView = z.infer<typeof SessionView>

export const SessionClock = SessionView.pick({ idleDeadline: true, now: true })
export type SessionClock = z.infer<typeof SessionClock>

/**
 * What POST `/api/session/display` answers: stands in the place of the session's token where the secure components ask for
 * one (`associate`, `setUserToken`), may have values shown and nothing else, for a minute (epoch ms). 403 STEP_UP_REQUIRED
 * before step-up, 501 NOT_SUPPORTED where the components of this upstream know no such thing.
 */
export const DisplayPass = z.object({ token: z.string(), expiresAt: z.int() })
export type DisplayPass = z.infer<typeof DisplayPass>

/** Why a sign-in was refused: `{code}` of a 403, 409 or 423 answer. */
export const signInRefusals = [
  'CREDENTIALS_REFUSED',
  /** The entry `password-expired` waits (see `contract/console/entry`). */
  'PASSWORD_EXPIRED',
  'LOCKED',
  'PASSWORD_TOKEN_EXPIRED',
  /** The entry `choice` waits. */
  'IDENTITY_CHOICE',
] as const
export type SignInRefusal = (typeof signInRefusals)[number]

/** What the served page carries in `<script type="application/json" id="page-config">`: nothing secret. */
export const PageConfig = z.object({
  environment: z.enum(['embedded', 'weavr-sandbox', 'weavr-live']),
  uiKey: z.string(),
  /** The script that defines the secure components. */
  secureScript: z.string(),
  profiles: z.object({ managedAccounts: z.string(), transfers: z.string() }),
  /** Who may register by themselves: those for whom the programme has a profile. */
  registrations: z.array(IdentityType),
  currencies: z.array(z.string()),
  /** The programme's fees by name; the API does not list them. */
  feeTypes: z.array(z.string()),
  brand: Brand,
  /** Printed on the sign-in page of the embedded sandbox only. */
  demoSignIns: z.array(z.object({ email: z.string(), password: z.string(), role: z.string() })),
})
export type PageConfig = z.infer<typeof PageConfig>
