/**
 * What Weavr's portal would hold for this programme: profiles, currencies, limits. The sandbox has one programme, and
 * these are its settings.
 */
export const programme = {
  profiles: {
    corporate: '1001',
    consumer: '1002',
    managedAccounts: '2001',
    prepaidCards: '2101',
    debitCards: '2102',
    transfers: '3001',
    sends: '3002',
    sendsWithFees: '3012',
    outgoingWires: '3003',
    correspondentTransfers: '3004',
    linkedAccounts: '4001',
  },
  currencies: ['EUR', 'GBP', 'USD'],
  /** Every code that would come by SMS or e-mail. */
  otpCode: '123456',
  /** How far back a statement may reach before it asks for step-up; the vendor's figure is not published. */
  statementFreeDays: 90,
  token: { idleMs: 5 * 60_000 },
  secureTokenMs: 5 * 60_000,
  /** How long a token for a card number, CVV or PIN may be shown; the vendor says short-lived and no more. */
  displayTokenMs: 60_000,
  /** An authorised user who was locked that many times in a row is deactivated, until another user undoes it. */
  signIn: { maxFailures: 5, lockMs: 30 * 60_000, locksBeforeDeactivation: 3 },
  password: { minLength: 8, maxLength: 30, remembered: 5 },
  /** What a send of the profile `sendsWithFees` costs, in minor units; there is none in other currencies. */
  sendFees: { EUR: { source: 100, destination: 50 }, GBP: { source: 80, destination: 40 } },
  /** By which channels a person may be asked to confirm; another one answers 405. */
  challengeChannels: ['SMS', 'AUTHY', 'BIOMETRIC'],
  /** Payments that go without a challenge: each below, all together at most, and how many in a row. Minor units. */
  lowValue: { below: 3000, cumulated: 10_000, payments: 5 },
  challenge: { lifeMs: 5 * 60_000, maxAttempts: 5, resendAfterMs: 15_000, maxIssued: 2 },
  /** How often an app may be asked to link itself, until it does. */
  pushEnrolment: { inSession: 3, inDay: 5 },
  /** The vendor says a month. */
  inviteMs: 30 * 24 * 60 * 60_000,
  /** How often people's own data may change; the vendor publishes no figures. */
  changes: { mobiles: 3, emailEveryMs: 24 * 60 * 60_000 },
  /** Domains that no address may have. */
  refusedEmailDomains: ['disposable.example', 'mailinator.com'],
  /** Countries whose numbers get no codes. */
  refusedCallingCodes: ['+850', '+963'],
} as const

export const supportedCurrencies: readonly string[] = programme.currencies

/** Keys of a sandbox that was started without any: they guard play money only. */
export const defaultKeys = {
  apiKey: 'sandbox-api-key',
  uiKey: 'sandbox-ui-key',
  webhooksKey: 'sandbox-webhooks-key',
} as const
