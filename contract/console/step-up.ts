import * as z from 'zod'
import { endpoint } from '../endpoint'

/**
 * What came of the question to the person's phone (`stepupSCAChallengePush`) of this session: the Multi API tells it by
 * the webhook `stepup/watch` alone. `VERIFIED`: the session is stepped up from now on. Times in epoch ms.
 */
export const StepUpByPhone = z.object({
  state: z.enum(['NONE', 'WAITING', 'VERIFIED', 'DECLINED', 'EXPIRED']),
  expiresAt: z.int().optional(),
  now: z.int(),
})
export type StepUpByPhone = z.infer<typeof StepUpByPhone>

export const stepUpByPhoneGet = endpoint({
  section: 'entry',
  auth: 'token',
  permission: 'session.own',
  id: 'stepUpByPhoneGet',
  summary: 'What my phone answered',
  method: 'GET',
  path: '/session/step-up',
  responses: { 200: StepUpByPhone },
})
