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
    incomingWires: '3005',
    correspondentTransfers: '3004',
    linkedAccounts: '4001',
    fees: '5001',
  },
  /** Profiles that were in use once: nothing new is made by them. */
  retiredProfiles: ['1901', '1902'],
  currencies: ['EUR', 'GBP', 'USD'],
  feeGroups: ['STANDARD', 'PREMIUM'],
  /** Where customers may live or be registered: the United Kingdom, Crown dependencies, and the EEA. */
  countries:
    'AT BE BG CY CZ DE DK EE ES FI FR GB GG GR HR HU IE IM IS IT JE LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
  /** Registration numbers that the company register does not know, and over which it breaks down. */
  companyRegister: { unknown: '00000000', outage: '99999999' },
  /** The programme's own fees: what they are taken for, and how much of each currency, in minor units. */
  fees: {
    MONTHLY_SUBSCRIPTION: { note: 'Monthly subscription', amounts: { EUR: 999, GBP: 899, USD: 1099 } },
    PRINTED_STATEMENT: { note: 'Printed statement', amounts: { EUR: 500, GBP: 450 } },
    /** Given a name and never a price. */
    CONCIERGE: { note: 'Concierge', amounts: {} },
  },
  /** How long the screens of a check stay open, and how long a code to an address is good. */
  kyi: { referenceMs: 24 * 60 * 60_000, emailCodeMs: 60 * 60_000 },
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
  /** What one call of the older operations on many payments takes. */
  paymentsInOneCall: 1000,
  /** By which channels a person may be asked to confirm; another one answers 405. */
  challengeChannels: ['SMS', 'AUTHY', 'BIOMETRIC'],
  /** Payments that go without a challenge: each below, all together at most, and how many in a row. Minor units. */
  lowValue: { below: 3000, cumulated: 10_000, payments: 5 },
  wires: {
    /** What each rail costs, in minor units of the wire's currency; a rail that is not here is not offered. */
    fees: { SEPA: { EUR: 20 }, FASTER_PAYMENTS: { GBP: 20 }, SWIFT: { EUR: 1500, GBP: 1500, USD: 1500 } },
    /** How long after its submission another bank has taken a wire, and has paid it out. */
    approvedAfterMs: 5000,
    completedAfterMs: 10_000,
    /** How long the orders of the older bulk call wait to be looked at, and how many there may be. */
    checkedAfterMs: 1000,
    maxInBulk: 1000,
  },
  /** How long the platform may think about money that comes in, in real time. */
  incomingWires: { decisionMs: 1500 },
  cardPayments: {
    /** How long the platform may think about a purchase, in real time. */
    decisionMs: 1500,
    /** Shops ask for their money that long after a purchase, of sandbox time. */
    settledAfterMs: 5000,
    /**
     * Hotels, car hire and self-service petrol ask for more than they will take, and take it when they know: nothing
     * settles these by itself. What nobody takes is released.
     */
    preAuthorised: ['3351', '5542', '7011', '7512'],
    expiresAfterMs: 30 * 24 * 60 * 60_000,
    /** Shops that take orders by mail or telephone. */
    byMailOrTelephone: ['5960', '5961', '5962', '5963', '5964', '5965', '5966', '5967', '5968', '5969'],
    /** In a shop, up to this amount a card is held to the terminal and not put into it. Minor units of its currency. */
    contactlessUpTo: 5000,
    /** Of what a purchase in another currency costs: held until the shop asks for its money, and taken. Per cent. */
    forex: { padding: 2, fee: 1 },
    /** What a cash machine costs, and how much of it one card gets in a day. Minor units of the card's currency. */
    cash: { fees: { EUR: 150, GBP: 130, USD: 160 }, dailyLimit: 50_000 },
    /** So many wrong CVVs in a day, and none is right any more until the oldest is a day old. */
    cvvTries: 3,
  },
  linkedAccounts: {
    /** The European Economic Area, the British isles, and the United States for dollars. */
    countries: [
      ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI'],
      ...['LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'GB', 'GG', 'IM', 'JE', 'US'],
    ],
    /** The most, in minor units, that a first transfer may be by which its sender becomes a linked account. */
    firstTransferMax: 10_000,
    /** How long a verification may take, how long Weavr's part of it does, and the amount that is to be moved. */
    verification: { lifeMs: 30 * 24 * 60 * 60_000, reviewMs: 5000, amount: 100 },
  },
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
