import type { Selectable } from 'kysely'
import { locked } from '../../../storage/lock'
import type { SandboxCredentialTable, SandboxIdentityTable } from '../../../storage/schema/identities'
import type { Ctx } from '../context'

export type CredentialRow = Selectable<SandboxCredentialTable>
export type IdentityRow = Selectable<SandboxIdentityTable>

/** Addresses are compared without regard to case, and kept in small letters. */
export const normalEmail = (email: string) => email.trim().toLowerCase()

/**
 * The logins of an address: one for each identity of which this person is a user, with one password for all. Those of an
 * identity that is switched off are not active. Locked until the transaction ends, in a fixed order.
 */
export async function loginsOf(ctx: Ctx, email: string): Promise<CredentialRow[]> {
  const query = ctx.tx
    .selectFrom('sandbox_credential')
    .selectAll()
    .where('email', '=', normalEmail(email))
    .orderBy('created_at')
    .orderBy('id')
  const rows = await locked(ctx.engine, query).execute()
  const off = await switchedOff(ctx, rows)
  return rows.map((row) => (off.has(row.identity_id) ? { ...row, active: 0 } : row))
}

async function switchedOff(ctx: Ctx, rows: readonly CredentialRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const ids = rows.map((row) => row.identity_id)
  const query = ctx.tx.selectFrom('sandbox_identity').select('id').where('id', 'in', ids).where('active', '=', 0)
  return new Set((await query.execute()).map((row) => row.id))
}

/** One login, locked until the transaction ends. */
export async function findCredential(ctx: Ctx, id: string): Promise<CredentialRow | undefined> {
  const query = ctx.tx.selectFrom('sandbox_credential').selectAll().where('id', '=', id)
  return locked(ctx.engine, query).executeTakeFirst()
}

export async function findIdentity(ctx: Ctx, id: string): Promise<IdentityRow | undefined> {
  return ctx.tx.selectFrom('sandbox_identity').selectAll().where('id', '=', id).executeTakeFirst()
}

export const credentialsId = ({ type, id }: Pick<CredentialRow, 'type' | 'id'>) => ({ type, id })
export const identityId = ({ type, id }: Pick<IdentityRow, 'type' | 'id'>) => ({ type, id })
