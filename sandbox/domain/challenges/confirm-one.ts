import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { type IssueRefusal, issueConfirmation, verifyConfirmation } from './confirm'
import type { ConfirmedResource } from './confirmables'

// The operations on a single payment or batch answer 204 where those on lists answer an id, and know fewer words.

type CodeRefusal = Exclude<IssueRefusal, 'RETRY_IN_15SEC' | 'CHALLENGE_LIMIT_EXCEEDED'>

/**
 * Sends a code for one payment or batch. These operations have no word for a code that was sent a moment ago or twice
 * already: it is STATE_INVALID.
 */
export async function confirmOneByCode(
  ctx: ActorCtx,
  resource: ConfirmedResource,
  id: string,
): Promise<Outcome<undefined, CodeRefusal>> {
  const issued = await issueConfirmation(ctx, { resource, ids: [id], channel: 'SMS' })
  if (issued.ok) return done(undefined)
  const { refusal } = issued
  return refusal === 'RETRY_IN_15SEC' || refusal === 'CHALLENGE_LIMIT_EXCEEDED'
    ? refuse('STATE_INVALID')
    : refuse(refusal)
}

/** Takes the code of one; `CHALLENGE_NOT_PENDING` where nobody has asked for one. */
export const verifyOne = (ctx: ActorCtx, resource: ConfirmedResource, id: string, code: string) =>
  verifyConfirmation(ctx, { resource, ids: [id], code })

/** Asks a phone about one. */
export async function confirmOneByPush(
  ctx: ActorCtx,
  resource: ConfirmedResource,
  id: string,
  channel: 'AUTHY' | 'BIOMETRIC',
): Promise<Outcome<undefined, Exclude<IssueRefusal, 'RETRY_IN_15SEC'>>> {
  const issued = await issueConfirmation(ctx, { resource, ids: [id], channel })
  if (issued.ok) return done(undefined)
  return issued.refusal === 'RETRY_IN_15SEC' ? refuse('STATE_INVALID') : refuse(issued.refusal)
}
