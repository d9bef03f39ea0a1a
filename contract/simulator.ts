import type { Simulation } from './simulation'
import * as cardPayments from './simulator/card-payments'
import * as cards from './simulator/cards'
import * as deposits from './simulator/deposits'
import * as factors from './simulator/factors'
import * as identities from './simulator/identities'
import * as linkedAccounts from './simulator/linked-accounts'
import * as wires from './simulator/wires'

/** What each area exports: calls, and the schemas of their bodies. */
export const simulatorAreas: readonly Readonly<Record<string, unknown>>[] = [
  cardPayments,
  cards,
  deposits,
  factors,
  identities,
  linkedAccounts,
  wires,
]

const isSimulation = (value: unknown): value is Simulation =>
  typeof value === 'object' && value !== null && 'id' in value && 'answer' in value && 'path' in value

/** All calls of the simulator, area by area. */
export const simulations: readonly Simulation[] = simulatorAreas.flatMap((area) =>
  Object.values(area).filter(isSimulation),
)
