import type { Selectable } from 'kysely'
import * as z from 'zod'
import { LinkedAccountVerificationRun } from '../../../contract/linked-accounts'
import { locked } from '../../../storage/lock'
import type { SandboxLinkedVerificationTable } from '../../../storage/schema/trust'
import type { Ctx } from '../context'

/** The steps as they are kept: of each it is known which one it is and how far. */
const Step = LinkedAccountVerificationRun.shape.verificationSteps
  .unwrap()
  .element.required({ step: true, status: true })
export const Steps = z.array(Step)
export type Step = z.infer<typeof Step>

export type RunRow = Selectable<SandboxLinkedVerificationTable>
export type Run = { row: RunRow; steps: Step[] }

/** The verification that is under way for a linked account, locked until the transaction ends. */
export async function pendingRun(ctx: Ctx, linkedAccountId: string): Promise<Run | undefined> {
  const query = ctx.tx
    .selectFrom('sandbox_linked_verification')
    .selectAll()
    .where('linked_account_id', '=', linkedAccountId)
    .where('state', '=', 'PENDING')
  const row = await locked(ctx.engine, query).executeTakeFirst()
  return row && { row, steps: stepsOf(row) }
}

export const stepsOf = (row: Pick<RunRow, 'steps'>): Step[] => Steps.parse(JSON.parse(row.steps))

/** Whether a step has ended. */
export const isOver = ({ status }: Step) => status === 'COMPLETED' || status === 'REJECTED'
