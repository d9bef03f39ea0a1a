import type { Ctx } from '../context'
import { checksOf } from './checks'
import { listDirectors } from './directors'

/** Every identity with its root user's address and how its check stands, oldest first: for the control plane. */
export async function listAllIdentities(ctx: Pick<Ctx, 'tx'>) {
  const rows = await ctx.tx
    .selectFrom('sandbox_identity as i')
    .innerJoin('sandbox_credential as c', (join) => join.onRef('c.identity_id', '=', 'i.id').on('c.type', '=', 'ROOT'))
    .select(['i.id', 'i.type', 'i.name', 'i.active', 'i.kyi_status', 'i.checks', 'c.email', 'c.id as rootUserId'])
    .orderBy('i.created_at')
    .orderBy('i.id')
    .execute()
  return rows.map(({ active, kyi_status, checks, ...row }) => {
    const { ongoing, ...rest } = checksOf({ kyi_status, checks })
    return { ...row, active: active === 1, status: kyi_status, ongoingStatus: ongoing, ...rest }
  })
}

/** Who owns or leads a company, and how the check of each of them stands: for the control plane. */
export async function directorsOf(ctx: Pick<Ctx, 'tx'>, identityId: string) {
  return (await listDirectors(ctx, identityId)).map((row) => ({
    id: row.id,
    type: row.type,
    firstName: row.first_name,
    middleName: row.middle_name,
    lastName: row.last_name,
    email: row.email,
    status: row.status,
    ongoingStatus: row.ongoing_status,
  }))
}
