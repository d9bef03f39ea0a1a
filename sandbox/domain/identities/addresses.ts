import { nextInSequence } from '../../../storage/transaction'
import type { Ctx } from '../context'
import { programme } from '../programme'
import { credentialDocument } from './credential-document'
import { type CredentialRow, loginsOf } from './credentials'

/** One registration or change of address after the other: two at once would both find an address free. */
export async function lockAddresses(ctx: Ctx): Promise<void> {
  await nextInSequence(ctx.tx, 'addresses')
}

export type Holders = {
  holders: CredentialRow[]
  /** Root users who registered, never proved the address, and let the hour for it pass. */
  abandoned: CredentialRow[]
}

/** Who has an address. Call `lockAddresses` first. */
export async function holdersOf(ctx: Ctx, email: string): Promise<Holders> {
  const found: Holders = { holders: [], abandoned: [] }
  for (const login of await loginsOf(ctx, email))
    ((await isAbandoned(ctx, login)) ? found.abandoned : found.holders).push(login)
  return found
}

/** Whether the address of an unproved login may still be proved by the first who asked for it. */
export async function isPending(ctx: Ctx, login: CredentialRow): Promise<boolean> {
  const code = await ctx.tx
    .selectFrom('sandbox_email_code')
    .select('expires_at')
    .where('credential_id', '=', login.id)
    .where('email', '=', login.email)
    .executeTakeFirst()
  const since = Math.max(login.created_at, credentialDocument(login).emailChangedAt ?? 0)
  return Math.max(since + programme.kyi.emailCodeMs, code?.expires_at ?? 0) > ctx.now()
}

async function isAbandoned(ctx: Ctx, login: CredentialRow): Promise<boolean> {
  if (login.type !== 'ROOT' || login.email_verified || (await isPending(ctx, login))) return false
  const identity = await ctx.tx
    .selectFrom('sandbox_identity')
    .select('kyi_status')
    .where('id', '=', login.identity_id)
    .executeTakeFirst()
  return identity?.kyi_status === 'NOT_STARTED'
}

/**
 * Takes the address from registrations that nobody went on with. They stay, but nobody signs in to them any more: who has
 * the address now must not meet a password that somebody else chose.
 */
export async function releaseAddresses(ctx: Ctx, abandoned: readonly CredentialRow[]): Promise<void> {
  for (const { id } of abandoned)
    await ctx.tx
      .updateTable('sandbox_credential')
      .set({ email: `${id}@abandoned.invalid`, active: 0 })
      .where('id', '=', id)
      .execute()
}
