import type { Ctx } from '../context'
import { credentialDocument } from './credential-document'
import type { IdentityRow } from './credentials'
import type { DirectorRow } from './director-row'
import { rootOf } from './find-identity'
import { moved } from './kyi-moves'
import { closeKyiReferences } from './kyi-reference'
import { tellDirector } from './tell-director'

export type NewDirector = {
  type: DirectorRow['type']
  firstName: string
  middleName?: string | undefined
  lastName: string
  email: string
}

/** Names the people who own or lead a company; each of them has a check of their own. Answers their ids. */
export async function declareDirectors(
  ctx: Ctx,
  identity: IdentityRow,
  people: readonly NewDirector[],
): Promise<string[]> {
  const ids: string[] = []
  for (const person of people) {
    const director = await ctx.tx
      .insertInto('sandbox_director')
      .values({
        id: ctx.newId(),
        identity_id: identity.id,
        type: person.type,
        first_name: person.firstName,
        middle_name: person.middleName ?? null,
        last_name: person.lastName,
        email: person.email,
        status: 'INITIATED',
        ongoing_status: 'INITIATED',
        created_at: ctx.now(),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    ids.push(director.id)
    await tellDirector(ctx, identity, director, { events: ['STATUS_UPDATED'] })
  }
  return ids
}

export async function listDirectors(ctx: Pick<Ctx, 'tx'>, identityId: string): Promise<DirectorRow[]> {
  return ctx.tx
    .selectFrom('sandbox_director')
    .selectAll()
    .where('identity_id', '=', identityId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** A company that named nobody has its root user. */
export async function ensureDirectors(ctx: Ctx, identity: IdentityRow): Promise<void> {
  if ((await listDirectors(ctx, identity.id)).length > 0) return
  const { name, surname, email, ...root } = await rootOf(ctx, identity.id)
  const type = credentialDocument(root).companyPosition === 'DIRECTOR' ? 'DIRECTOR' : 'UNKNOWN'
  await declareDirectors(ctx, identity, [{ type, firstName: name, lastName: surname, email }])
}

/** A company in order is a company whose people are in order. */
export async function approveDirectors(ctx: Ctx, identity: IdentityRow): Promise<void> {
  for (const director of await listDirectors(ctx, identity.id)) {
    const standing = moved({ status: director.status, ongoing: director.ongoing_status }, 'APPROVED')
    if (!standing) continue
    const after = { ...director, status: standing.status, ongoing_status: standing.ongoing }
    await writeDirector(ctx, after)
    await closeKyiReferences(ctx, { identityId: identity.id, kind: 'DIRECTOR', directorId: director.id })
    await tellDirector(ctx, identity, after, { events: ['STATUS_UPDATED'] })
  }
}

export async function writeDirector(ctx: Ctx, { id, status, ongoing_status }: DirectorRow): Promise<void> {
  await ctx.tx.updateTable('sandbox_director').set({ status, ongoing_status }).where('id', '=', id).execute()
}
