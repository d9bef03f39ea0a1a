import * as z from 'zod'
import { Id } from '../common'
import { simulation } from '../simulation'

/** Has a consumer checked and found to be in order. */
export const simulateConsumerVerification = simulation({
  id: 'consumers_consumer_id_verify',
  summary: 'Verify a consumer',
  method: 'POST',
  path: '/consumers/{consumer_id}/verify',
  params: z.object({ consumer_id: Id }),
  answer: null,
})

/** Has a company, its root user, its directors and owners checked and found to be in order. */
export const simulateCorporateVerification = simulation({
  id: 'corporates_corporate_id_verify',
  summary: 'Verify a company',
  method: 'POST',
  path: '/corporates/{corporate_id}/verify',
  params: z.object({ corporate_id: Id }),
  answer: null,
})
