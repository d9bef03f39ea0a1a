import * as z from 'zod'
import { Id } from '../common'
import { simulation } from '../simulation'

const phone = {
  method: 'POST',
  /** Challenge 0 stands for whatever waits on the person's phone: the enrolment of an app tells nobody its id. */
  params: z.object({ credentials_id: Id, challenge_id: Id }),
} as const
const code = z.enum(['COMPLETED', 'DENIED'])

/** The person accepts on the phone. After a sign-in by phone the answer carries what the phone would hand over. */
export const simulateVerifySuccess = simulation({
  ...phone,
  id: 'factors_credentials_id_challenges_challenge_id_verify_success',
  summary: 'Accept a challenge on the phone',
  path: '/factors/{credentials_id}/challenges/{challenge_id}/verify_success',
  answer: z.object({ code, token: z.string().optional() }),
})

/** The person refuses on the phone. */
export const simulateVerifyInvalid = simulation({
  ...phone,
  id: 'factors_credentials_id_challenges_challenge_id_verify_invalid',
  summary: 'Refuse a challenge on the phone',
  path: '/factors/{credentials_id}/challenges/{challenge_id}/verify_invalid',
  answer: z.object({ code }),
})

/** Nobody answers in time. */
export const simulateVerifyExpired = simulation({
  ...phone,
  id: 'factors_credentials_id_challenges_challenge_id_verify_expired',
  summary: 'Let a challenge expire',
  path: '/factors/{credentials_id}/challenges/{challenge_id}/verify_expired',
  answer: z.object({ code }),
})
