import type { Ctx } from '../context'
import type { IdentityRow } from './credentials'

/** Adds an identity whose check has not begun. */
export async function insertIdentity(
  ctx: Ctx,
  { type, name, document }: { type: IdentityRow['type']; name: string; document: object },
): Promise<IdentityRow> {
  return ctx.tx
    .insertInto('sandbox_identity')
    .values({
      id: ctx.newId(),
      type,
      name,
      document: JSON.stringify(document),
      kyi_status: 'NOT_STARTED',
      created_at: ctx.now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
