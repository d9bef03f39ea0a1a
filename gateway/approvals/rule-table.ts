import { randomUUID } from 'node:crypto'
import { type ApprovalRule, ApprovalRuleInput } from '../../contract/console/approval-rules'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import { inTransaction } from '../../storage/transaction'

export const EXPIRY_HOURS = 72
const MOST = 100
const Document = ApprovalRuleInput.omit({ name: true })

type Refused = 'NAME_TAKEN' | 'TOO_MANY_RULES' | 'RULE_CHANGED' | 'NOT_FOUND'
type Changed = { ok: true; rule: ApprovalRule } | { ok: false; code: Refused }

export type RuleTable = ReturnType<typeof createRuleTable>

/** The approval rules and settings of all identities. */
export function createRuleTable(store: Store, clock: Clock) {
  const { db } = store
  const documentOf = ({ name: _, ...conditions }: ApprovalRuleInput) => JSON.stringify(Document.parse(conditions))

  async function rules(identityId: string): Promise<ApprovalRule[]> {
    const rows = await db
      .selectFrom('gateway_approval_rule')
      .selectAll()
      .where('identity_id', '=', identityId)
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      ...Document.parse(JSON.parse(row.document)),
      createdAt: row.created_at,
      changedAt: row.changed_at,
      changedBy: row.changed_by,
    }))
  }

  return {
    rules,

    async create(identityId: string, input: ApprovalRuleInput, by: string): Promise<Changed> {
      const now = clock.now()
      const id = randomUUID()
      const refused = await inTransaction(store, async (tx): Promise<Refused | undefined> => {
        const there = await tx
          .selectFrom('gateway_approval_rule')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('identity_id', '=', identityId)
          .executeTakeFirstOrThrow()
        if (Number(there.count) >= MOST) return 'TOO_MANY_RULES'
        const made = await tx
          .insertInto('gateway_approval_rule')
          .values({
            id,
            identity_id: identityId,
            name: input.name,
            document: documentOf(input),
            created_at: now,
            changed_at: now,
            changed_by: by,
          })
          .onConflict((oc) => oc.columns(['identity_id', 'name']).doNothing())
          .returning('id')
          .executeTakeFirst()
        return made ? undefined : 'NAME_TAKEN'
      })
      if (refused) return { ok: false, code: refused }
      return { ok: true, rule: { id, ...input, createdAt: now, changedAt: now, changedBy: by } }
    },

    /** Two people who change one rule at once: the second is told. */
    async update(identityId: string, id: string, seen: number, input: ApprovalRuleInput, by: string): Promise<Changed> {
      const refused = await inTransaction(store, async (tx): Promise<Refused | undefined> => {
        const mine = () => tx.selectFrom('gateway_approval_rule').where('identity_id', '=', identityId)
        const there = await mine().select('changed_at').where('id', '=', id).executeTakeFirst()
        if (!there) return 'NOT_FOUND'
        const twin = await mine().select('id').where('name', '=', input.name).where('id', '!=', id).executeTakeFirst()
        if (twin) return 'NAME_TAKEN'
        const done = await tx
          .updateTable('gateway_approval_rule')
          // Later than what anybody has seen, also within one millisecond.
          .set({
            name: input.name,
            document: documentOf(input),
            changed_at: Math.max(clock.now(), seen + 1),
            changed_by: by,
          })
          .where('id', '=', id)
          .where('changed_at', '=', seen)
          .executeTakeFirst()
        return done.numUpdatedRows > 0n ? undefined : 'RULE_CHANGED'
      })
      if (refused) return { ok: false, code: refused }
      const rule = (await rules(identityId)).find((one) => one.id === id)
      return rule ? { ok: true, rule } : { ok: false, code: 'NOT_FOUND' }
    },

    async remove(identityId: string, id: string): Promise<boolean> {
      const done = await db
        .deleteFrom('gateway_approval_rule')
        .where('identity_id', '=', identityId)
        .where('id', '=', id)
        .executeTakeFirst()
      return done.numDeletedRows > 0n
    },

    async expiryHours(identityId: string): Promise<number> {
      const row = await db
        .selectFrom('gateway_approval_setting')
        .select('expiry_hours')
        .where('identity_id', '=', identityId)
        .executeTakeFirst()
      return row?.expiry_hours ?? EXPIRY_HOURS
    },

    async setExpiryHours(identityId: string, hours: number): Promise<void> {
      await db
        .insertInto('gateway_approval_setting')
        .values({ identity_id: identityId, expiry_hours: hours })
        .onConflict((oc) => oc.column('identity_id').doUpdateSet({ expiry_hours: hours }))
        .execute()
    },
  }
}
