import type { Endpoint } from '../../contract/endpoint'
import type { Actor } from '../domain/context'
import { programme } from '../domain/programme'
import type { Sandbox } from '../sandbox'
import type { Caller } from './authenticate'
import type { Request } from './validate'

// The operations for which the vendor's guides (not only its schemas) name step-up.
const DOCUMENTED = new Set([
  'userCreate',
  'managedAccountCreate',
  'managedCardCreate',
  'managedCardPhysicalPinGet',
  'enrolDeviceUsingPush',
  'unlinkDeviceUsingPush',
])
const STATEMENTS = new Set([
  'managedAccountStatement',
  'managedCardStatement',
  'managedAccountStatementDeprecated',
  'managedCardStatementDeprecated',
])
const FREE_MS = programme.statementFreeDays * 24 * 60 * 60_000

/** Whether a call must be refused with STEP_UP_REQUIRED. The setting decides how strictly: see `Settings.stepUp`. */
export async function needsStepUp(sandbox: Sandbox, ep: Endpoint, caller: Caller, request: Request): Promise<boolean> {
  if (caller.kind === 'key' || caller.actor.steppedUp) return false
  if (!ep.errors?.[403]?.includes('STEP_UP_REQUIRED')) return false
  switch (sandbox.settings.stepUp) {
    case 'off':
      return false
    case 'strict':
      return true
    case 'documented':
      return DOCUMENTED.has(ep.id) || (STATEMENTS.has(ep.id) && (await reachesFarBack(sandbox, caller.actor, request)))
    default: {
      const never: never = sandbox.settings.stepUp
      return never
    }
  }
}

/** A statement's window begins where the caller says, in the words of its version, but never before the instrument did. */
async function reachesFarBack(
  sandbox: Sandbox,
  { identityId }: Actor,
  { params, query, headers }: Request,
): Promise<boolean> {
  const limit = sandbox.clock.now() - FREE_MS
  const from = field(query, field(headers, 'x-api-version') === 'LATEST' ? 'startPeriod' : 'fromTimestamp')
  if (typeof from === 'number' && from >= limit) return false
  const found = await sandbox.store.db
    .selectFrom('sandbox_instrument')
    .select('created_at')
    .where('id', '=', String(field(params, 'id')))
    // What is somebody else's is not there, and needs no step-up to be told so.
    .where('identity_id', '=', identityId)
    .executeTakeFirst()
  return found !== undefined && found.created_at < limit
}

function field(from: unknown, name: string): unknown {
  return from && typeof from === 'object' ? Reflect.get(from, name) : undefined
}
