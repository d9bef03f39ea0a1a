import { confirmOneByCode, confirmOneByPush, verifyOne } from '../challenges/confirm-one'
import { type ActorCtx, type Outcome, refuse } from '../context'

const resource = 'beneficiary_batches'

/** Sends a code for a batch that waits for one. Mirrors `beneficiaryBatchSCAChallenge`. */
export const challengeBatch = async (ctx: ActorCtx, id: string) =>
  inTheirWords(await confirmOneByCode(ctx, resource, id))

/** Takes the code; the batch is carried out. Mirrors `beneficiaryBatchSCAVerify`. */
export const verifyBatch = async (ctx: ActorCtx, id: string, code: string) =>
  inTheirWords(await verifyOne(ctx, resource, id, code))

/** Asks a phone about a batch. Mirrors `beneficiaryBatchSCAChallengePush`. */
export const challengeBatchByPush = async (ctx: ActorCtx, id: string, channel: 'AUTHY' | 'BIOMETRIC') =>
  inTheirWords(await confirmOneByPush(ctx, resource, id, channel))

// Only payments are ever exempt, and these operations have no word for a code that nobody asked for.
const UNSAID = ['SCA_EXEMPTION_APPLIED', 'CHALLENGE_NOT_PENDING'] as const
type Unsaid = (typeof UNSAID)[number]
const unsaid: readonly string[] = UNSAID

/** What the operations on batches have no word for is STATE_INVALID. */
function inTheirWords<R extends string>(
  outcome: Outcome<undefined, R>,
): Outcome<undefined, Exclude<R, Unsaid> | 'STATE_INVALID'> {
  if (outcome.ok || !unsaid.includes(outcome.refusal)) return outcome as Outcome<undefined, Exclude<R, Unsaid>>
  return refuse('STATE_INVALID')
}
