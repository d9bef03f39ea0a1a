import type { Logger } from 'pino'
import { type BulkProcess, bulkIdOperations, bulks, bulksUserInviteSend } from '../../contract/bulks'
import type { Session } from '../session/session-table'
import type { CallUpstream } from '../upstream/call-upstream'
import { readAnswer } from '../upstream/read-answer'
import type { InvitationTable } from './invitation-table'

type Needs = { invitations: Pick<InvitationTable, 'sent'>; callUpstream: CallUpstream; log: Logger }

/** As many of the newest bulks are looked at: what is older has been learnt, or is about to expire. */
const LOOKED_AT = 50
const PAGE = 100
const moving: readonly BulkProcess['status'][] = ['SUBMITTED', 'RUNNING', 'PAUSED']

/**
 * Learns from an identity's bulks whom they have invited. A submission sends nothing, and a row may fail: only the rows that
 * ran tell to whom an invitation left, and when the bulk ended.
 */
export function createBulkInvitations({ invitations, callUpstream, log }: Needs) {
  /** Bulks that have ended and were read: nothing about them changes any more. */
  const known = new Set<string>()

  async function invitedBy({ bulkId }: BulkProcess, token: string): Promise<string[]> {
    const ids: string[] = []
    for (let offset = 0; ; offset += PAGE) {
      const query = { status: 'COMPLETED', limit: PAGE, offset } as const
      const args = { params: { bulk_id: bulkId }, query }
      const page = await readAnswer(bulkIdOperations.responses[200], await callUpstream(bulkIdOperations, args, token))
      if (!page) throw new Error(`the rows of bulk ${bulkId} could not be read`)
      ids.push(...page.operations.flatMap(({ path }) => /\/users\/(\d+)\/invite$/.exec(path)?.[1] ?? []))
      if (page.operations.length < PAGE) return ids
    }
  }

  async function look({ identity, token }: Session): Promise<void> {
    const answer = await callUpstream(bulks, { query: { limit: LOOKED_AT, offset: 0 } }, token)
    const list = await readAnswer(bulks.responses[200], answer)
    for (const bulk of list?.bulkProcesses ?? []) {
      const { bulkId, operation, status, executionStart, executionFinish } = bulk
      const at = executionFinish ?? executionStart
      if (`/bulks${operation}` !== bulksUserInviteSend.path || at === undefined || known.has(bulkId)) continue
      await invitations.sent(identity.id, await invitedBy(bulk, token), at)
      if (!moving.includes(status)) known.add(bulkId)
    }
  }

  return {
    /** What cannot be read is not known: the invitations that are known stand without it. */
    learn: (session: Session): Promise<void> =>
      look(session).catch((error: unknown) => log.warn({ err: error }, 'reading the bulks of invitations failed')),
  }
}
