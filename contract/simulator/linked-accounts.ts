import * as z from 'zod'
import { Id, publishedOptional } from '../common'
import { LinkedAccountVerificationStep } from '../linked-accounts'
import { simulation } from '../simulation'

const params = z.object({ account_id: Id })

/** Ends the verification of a linked account, whatever its steps say. */
export const simulateLinkedAccountSet = simulation({
  id: 'linked_accounts_account_id_set',
  summary: 'Verify or reject a linked account',
  method: 'POST',
  path: '/linked_accounts/{account_id}/set',
  params,
  body: z.object({ state: publishedOptional(z.enum(['VERIFIED', 'REJECTED'])) }),
  answer: null,
})

/** Plays reviewer, bank or holder: ends single steps of a verification; all that are open where none is named. */
export const simulateLinkedAccountVerify = simulation({
  id: 'linked_accounts_account_id_verify',
  summary: 'End steps of the verification of a linked account',
  method: 'POST',
  path: '/linked_accounts/{account_id}/verify',
  params,
  body: z.object({
    steps: z.array(LinkedAccountVerificationStep).optional(),
    result: publishedOptional(z.enum(['COMPLETED', 'REJECTED'])),
  }),
  answer: null,
  conflicts: ['ALREADY_COMPLETED', 'ALREADY_REJECTED'],
})
