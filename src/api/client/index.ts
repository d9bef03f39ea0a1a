import { createClient, type Gate } from './client'

type Gates = { stepUp: Gate; signIn: Gate }

const nobody: Gate = () => Promise.resolve(false)
let gates: Gates = { stepUp: nobody, signIn: nobody }

/** The page says how it asks the person for a code and for a sign-in; until then refused calls simply fail. */
export function connectGates(given: Gates): void {
  gates = given
}

/** The configured client of the page: `call(endpoint, {params, query, body, idempotencyRef}, signal)`. */
const shared = { onStepUp: () => gates.stepUp(), onSignIn: () => gates.signIn(), onDrift: reportDrift }
export const call = createClient({ base: '/api/multi', ...shared })

/** The same for the console's own resources (`contract/console`): roles, proposals, audit, events, authorisations. */
export const callConsole = createClient({ base: '/api/console', ...shared })

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
