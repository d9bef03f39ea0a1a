import type {
  ConfirmationIssued,
  ConfirmationList,
  MultipleSCAResourceType,
} from '../../../contract/confirmation-challenges'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { type IssueRefusal, issueConfirmation, type VerifyRefusal, verifyConfirmation } from './confirm'

// Said of single payments only. Of a list it is not told which one needs no confirmation: it is not in the state for it.
type OfOne = 'SCA_EXEMPTION_APPLIED' | 'CHALLENGE_NOT_PENDING'
type Listed<R extends string> = Exclude<R, OfOne> | 'STATE_INVALID'

function listed<T, R extends string>(outcome: Outcome<T, R>): Outcome<T, Listed<R>> {
  if (outcome.ok) return outcome
  const { refusal } = outcome
  return isOfAny(refusal) ? refuse(refusal) : refuse('STATE_INVALID')
}
const isOfAny = <R extends string>(refusal: R): refusal is Exclude<R, OfOne> =>
  refusal !== 'SCA_EXEMPTION_APPLIED' && refusal !== 'CHALLENGE_NOT_PENDING'

/** Sends one code for a list. Mirrors `multipleSCAChallenge`. */
export async function confirmByCode(
  ctx: ActorCtx,
  list: ConfirmationList,
): Promise<Outcome<ConfirmationIssued, Listed<IssueRefusal>>> {
  const { resourceType: resource, resourceIds: ids } = list
  const issued = listed(await issueConfirmation(ctx, { resource, ids, channel: 'SMS' }))
  return issued.ok ? done({ scaChallengeId: issued.value.challengeId }) : issued
}

/** Takes the code of a list. Mirrors `multipleSCAVerify`. */
export async function verifyList(
  ctx: ActorCtx,
  { challengeId, resource, code }: { challengeId: string; resource: MultipleSCAResourceType; code: string },
): Promise<Outcome<undefined, Listed<VerifyRefusal>>> {
  return listed(await verifyConfirmation(ctx, { resource, challengeId, code }))
}

/** Asks a phone about a list. Mirrors `multipleSCAChallengePush`. */
export async function confirmByPush(
  ctx: ActorCtx,
  channel: 'AUTHY' | 'BIOMETRIC',
  { resourceType: resource, resourceIds: ids }: ConfirmationList,
): Promise<Outcome<ConfirmationIssued, Exclude<Listed<IssueRefusal>, 'RETRY_IN_15SEC'>>> {
  const issued = listed(await issueConfirmation(ctx, { resource, ids, channel }))
  if (issued.ok) return done({ scaChallengeId: issued.value.challengeId })
  // Only codes by SMS have to wait.
  return issued.refusal === 'RETRY_IN_15SEC' ? refuse('STATE_INVALID') : refuse(issued.refusal)
}
