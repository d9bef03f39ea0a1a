import { firstRules, RuleList, type RuleSet } from '../../contract/console/authorisation-rules'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import type { Bus } from '../live/bus'
import type { Session } from '../session/session-table'
import { type CompiledRules, compileRules } from './compile-rules'

const TOPIC = 'authorisation-rules'
/** Should a word over the bus be lost, old rules hold no longer than this. Real time. */
const TRUST_MS = 10_000
const MANY = 5000

export type RuleTable = ReturnType<typeof createRuleTable>

/** The rules of every identity: as they are kept, and ready for use. */
export function createRuleTable({ db }: Store, clock: Clock, bus: Bus) {
  const ready = new Map<string, { until: number; rules: Promise<CompiledRules> }>()
  bus.on(TOPIC, (identityId) => ready.delete(identityId))
  bus.onGap(() => ready.clear())

  async function read(identityId: string): Promise<RuleSet> {
    const row = await db
      .selectFrom('gateway_authorisation_rules')
      .selectAll()
      .where('identity_id', '=', identityId)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!row) return firstRules
    const list = RuleList.parse(JSON.parse(row.document))
    return { ...list, version: row.version, changedAt: row.created_at, changedBy: row.person_name }
  }

  return {
    read,
    forget: () => ready.clear(),

    /** Compiled, from memory where they were used a moment ago. */
    of(identityId: string): Promise<CompiledRules> {
      const now = Date.now()
      const known = ready.get(identityId)
      if (known && known.until > now) return known.rules
      const rules = read(identityId).then(compileRules)
      rules.catch(() => ready.delete(identityId))
      if (ready.size >= MANY) ready.clear()
      ready.set(identityId, { until: now + TRUST_MS, rules })
      return rules
    },

    /** Puts a list in the place of the version that was read; false when somebody else was faster. */
    async write({ identity, credentials, name }: Session, version: number, list: RuleList): Promise<boolean> {
      if ((await read(identity.id)).version !== version) return false
      // Of two that read the same version the key lets one in.
      const done = await db
        .insertInto('gateway_authorisation_rules')
        .values({
          identity_id: identity.id,
          version: version + 1,
          document: JSON.stringify(list),
          person_id: credentials.id,
          person_name: name,
          created_at: clock.now(),
        })
        .onConflict((oc) => oc.doNothing())
        .executeTakeFirst()
      if (done.numInsertedOrUpdatedRows !== 1n) return false
      // Here at once, whatever the bus takes.
      ready.delete(identity.id)
      await bus.tell(TOPIC, identity.id)
      return true
    },
  }
}
