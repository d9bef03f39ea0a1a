import { type ClientOptions, createClient, type Gate } from './client'

type Gates = { stepUp: Gate; signIn: Gate }

const nobody: Gate = () => Promise.resolve(false)
let gates: Gates = { stepUp: nobody, signIn: nobody }

/** The page says how it asks the person for a code and for a sign-in; until then refused calls simply fail. */
export function connectGates(given: Gates): void {
  gates = given
}

type May = NonNullable<ClientOptions['may']>
let may: May = () => true

/**
 * The page says what the person may do. Pages that are closed, and links to them that are pointed at, read ahead all the
 * same: what could only be refused stays here, and out of the audit record.
 */
export function connectAccess(given: May): void {
  may = given
}

/** The configured client of the page: `call(endpoint, {params, query, body, idempotencyRef}, signal)`. */
const shared = {
  may: (permission: Parameters<May>[0]) => may(permission),
  onStepUp: () => gates.stepUp(),
  onSignIn: () => gates.signIn(),
  onDrift: reportDrift,
}
export const call = createClient({ base: '/api/multi', ...shared })

/** The same for the console's own resources (`contract/console`): roles, proposals, audit, events, authorisations. */
export const callConsole = createClient({ base: '/api/console', ...shared })

/** What of the Multi API needs no session: whether a password will do, codes to an address, whether an invitation is good. */
export const callPublic = createClient({ base: '/api/public/multi', onDrift: reportDrift })

declare global {
  /** Answers that did not fit the contract since the page was loaded; the end-to-end tests expect none. */
  var contractDrift: string[] | undefined
}

/** An answer outside the contract is told to whoever watches, and never keeps the person from their work. */
export function reportDrift(operation: string, what: string): void {
  globalThis.contractDrift ??= []
  globalThis.contractDrift.push(`${operation}: ${what}`)
  console.error(`contract drift in ${operation}: ${what}`)
}
