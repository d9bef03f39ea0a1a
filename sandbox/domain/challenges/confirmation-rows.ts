import { locked } from '../../../storage/lock'
import type { Actor, Ctx } from '../context'
import { later } from '../due/later'
import { programme } from '../programme'
import { type ChallengeRow, insertChallenge } from './challenge-rows'
import type { Channel } from './channel-problem'
import type { ConfirmedResource } from './confirmables'

type Subjects = { resource: ConfirmedResource; ids: readonly string[] }

// Far below the number of parameters that a statement takes.
const IDS_PER_STATEMENT = 5000

/** Writes a challenge over a list of ids and sees to it that its expiry is noticed. */
export async function insertConfirmation(
  ctx: Ctx,
  { credentialId, tokenId }: Actor,
  { resource, ids }: Subjects,
  { channel, issued }: { channel: Channel; issued: number },
): Promise<string> {
  const challengeId = await insertChallenge(ctx, { purpose: 'CONFIRMATION', credentialId, tokenId, channel, issued })
  for (const some of parts(ids)) {
    const rows = some.map((subject) => ({ challenge_id: challengeId, resource, subject }))
    await ctx.tx.insertInto('sandbox_confirmation').values(rows).execute()
  }
  await later(ctx, 'confirmation-expiry', challengeId, ctx.now() + programme.challenge.lifeMs)
  return challengeId
}

/** The actor's challenges by one channel that ask about any of the ids, newest first, locked. */
export async function challengesOn(
  ctx: Ctx,
  credentialId: string,
  channel: Channel,
  { resource, ids }: Subjects,
): Promise<ChallengeRow[]> {
  const found = new Set<string>()
  for (const some of parts(ids)) {
    const rows = await ctx.tx
      .selectFrom('sandbox_confirmation')
      .select('challenge_id')
      .distinct()
      .where('resource', '=', resource)
      .where('subject', 'in', some)
      .execute()
    for (const { challenge_id } of rows) found.add(challenge_id)
  }
  const challenges: ChallengeRow[] = []
  for (const some of parts([...found].sort())) {
    const query = ctx.tx
      .selectFrom('sandbox_challenge')
      .selectAll()
      .where('id', 'in', some)
      .where('credential_id', '=', credentialId)
      .where('channel', '=', channel)
      .orderBy('id')
    challenges.push(...(await locked(ctx.engine, query).execute()))
  }
  return challenges.sort((a, b) => b.issued_at - a.issued_at || (a.id < b.id ? 1 : -1))
}

/** What a challenge is about, in one order for everyone who locks it. */
export async function subjectsOf(ctx: Ctx, challengeId: string): Promise<Subjects | undefined> {
  const rows = await ctx.tx
    .selectFrom('sandbox_confirmation')
    .select(['resource', 'subject'])
    .where('challenge_id', '=', challengeId)
    .orderBy('subject')
    .execute()
  const [first] = rows
  return first && { resource: first.resource as ConfirmedResource, ids: rows.map(({ subject }) => subject) }
}

/** Parts of a list that are small enough for one statement. */
export function parts<T>(list: readonly T[]): T[][] {
  const found: T[][] = []
  for (let at = 0; at < list.length; at += IDS_PER_STATEMENT) found.push(list.slice(at, at + IDS_PER_STATEMENT))
  return found
}
