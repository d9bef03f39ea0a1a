import type { Endpoint } from '../endpoint'
import * as approvalRules from './approval-rules'
import * as audit from './audit'
import * as authorisationRules from './authorisation-rules'
import * as authorisations from './authorisations'
import * as entry from './entry'
import * as events from './events'
import * as invitations from './invitations'
import * as proposals from './proposals'
import * as roles from './roles'
import * as stepUp from './step-up'

/** Every resource of the console's own. The browser imports them singly, never this. */
const resources: readonly Readonly<Record<string, unknown>>[] = [
  audit,
  approvalRules,
  authorisationRules,
  authorisations,
  entry,
  events,
  invitations,
  proposals,
  roles,
  stepUp,
]

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'id' in value && 'path' in value && 'responses' in value

/** What the page may ask of the console itself, under `/api/console`. */
export const consoleOperations: readonly Endpoint[] = resources.flatMap((resource) =>
  Object.values(resource).filter(isEndpoint),
)
