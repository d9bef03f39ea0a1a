import { consoleOperations } from '../../contract/console/registry'
import { operations } from '../../contract/registry'

/** Deeds that are no operation of an API. */
const own = {
  'sign-in': 'Sign in',
  'sign-out': 'Sign out',
  request: 'A request that the console does not know',
  webhook: 'A message from the Multi API',
  'rate-limit': 'Too many tries',
  proposalExpired: 'A proposal expires',
  'record-opened': 'Begin a record',
} as const

const titles = new Map<string, string>([
  ...[...operations, ...consoleOperations].map(({ id, summary }) => [id, summary] as const),
  ...Object.entries(own),
])

/** A deed in a few words. */
export const titleOf = (operation: string): string => titles.get(operation) ?? operation
