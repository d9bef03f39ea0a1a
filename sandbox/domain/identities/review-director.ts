import { CorporateKybFailureReason } from '../../../contract/events/identities'
import { locked } from '../../../storage/lock'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { findIdentity } from './credentials'
import type { DirectorRow } from './director-row'
import { writeDirector } from './directors'
import { moved, type ReviewOutcome, type Standing } from './kyi-moves'
import { closeKyiReferences, issueKyiReference } from './kyi-reference'
import { tellDirector } from './tell-director'

export type DirectorReview = {
  directorId: string
  outcome: ReviewOutcome
  /** Reasons of KYB. */
  details?: readonly string[] | undefined
  comment?: string | undefined
}

/** Moves the check of somebody who owns or leads a company, by the same rules as the company's own. */
export async function reviewDirector(
  ctx: Ctx,
  { directorId, outcome, details = [], comment }: DirectorReview,
): Promise<Outcome<Standing, 'NOT_FOUND' | 'STATE_INVALID' | 'REASON_UNKNOWN'>> {
  const director = await lockDirector(ctx, directorId)
  const identity = director && (await findIdentity(ctx, director.identity_id))
  if (!director || !identity) return refuse('NOT_FOUND')
  if (!CorporateKybFailureReason.array().safeParse(details).success) return refuse('REASON_UNKNOWN')
  const standing = moved({ status: director.status, ongoing: director.ongoing_status }, outcome)
  if (!standing) return refuse('STATE_INVALID')
  const after = { ...director, status: standing.status, ongoing_status: standing.ongoing }
  await writeDirector(ctx, after)
  if (outcome !== 'PENDING_REVIEW')
    await closeKyiReferences(ctx, { identityId: identity.id, kind: 'DIRECTOR', directorId })
  await tellDirector(ctx, identity, after, { events: ['STATUS_UPDATED'], details, comment })
  return done(standing)
}

/** Lets a director or owner into the screens of their check, as the link in their mail does. */
export async function startDirector(
  ctx: Ctx,
  directorId: string,
): Promise<Outcome<{ reference: string }, 'NOT_FOUND' | 'STATE_INVALID'>> {
  const director = await lockDirector(ctx, directorId)
  if (!director) return refuse('NOT_FOUND')
  if (!moved({ status: director.status, ongoing: director.ongoing_status }, 'STARTED')) return refuse('STATE_INVALID')
  const to = { identityId: director.identity_id, kind: 'DIRECTOR', directorId } as const
  return done({ reference: await issueKyiReference(ctx, to) })
}

async function lockDirector(ctx: Ctx, id: string): Promise<DirectorRow | undefined> {
  const query = ctx.tx.selectFrom('sandbox_director').selectAll().where('id', '=', id)
  return locked(ctx.engine, query).executeTakeFirst()
}
