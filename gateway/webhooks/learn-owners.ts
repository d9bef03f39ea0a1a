import type { Logger } from 'pino'
import type { Guard } from '../guard/guard'
import type { Inbox } from './inbox'
import { type Subject, textAt } from './read-event'

/** Where an answer names things of that kind: one at `id`, or one in each entry of `list`. */
type Lesson = { kind: string; id: string; list?: string }

const account = { kind: 'managed_accounts', id: 'id' }
const card = { kind: 'managed_cards', id: 'id' }
const linked = { kind: 'linked_accounts', id: 'id' }
const bulk = { kind: 'bulks', id: 'bulkId' }
const batch = { kind: 'beneficiary_batches', id: 'operationBatchId.batchId' }

/** Only operations that answer what is the identity's own: a send is told to both of its sides. */
const lessons: Readonly<Record<string, Lesson>> = {
  managedAccountsGet: { ...account, list: 'accounts' },
  managedAccountGet: account,
  managedAccountCreate: account,
  managedCardsGet: { ...card, list: 'cards' },
  managedCardGet: card,
  managedCardCreate: card,
  linkedAccountsGet: { ...linked, list: 'accounts' },
  linkedAccountGet: linked,
  linkedAccountCreate: linked,
  bulks: { ...bulk, list: 'bulkProcesses' },
  bulksTransferCreate: bulk,
  bulksSendCreate: bulk,
  bulksOutgoingWireTransferCreate: bulk,
  bulksUserCreate: bulk,
  bulksUserInviteSend: bulk,
  bulksManagedCardBlock: bulk,
  bulksManagedCardUnblock: bulk,
  bulksManagedCardRemove: bulk,
  bulksManagedCardSpendRulesUpdate: bulk,
  beneficiaryBatchCreate: batch,
  beneficiaryBatchRemove: batch,
}

/**
 * Learns from the Multi API's answers whose things are: what it answers to a token belongs to the token's identity. An
 * event about an account names the account and often nobody.
 */
export function learnOwners({ learn }: Pick<Inbox, 'learn'>, log: Pick<Logger, 'error'>): Guard {
  return {
    async after({ ep, session }, answer) {
      const lesson = lessons[ep.id]
      if (!lesson || !answer.ok) return answer
      try {
        await learn(session.identity.id, subjectsOf(lesson, await answer.clone().json()))
      } catch (error) {
        // Whoever asked is to have the answer all the same.
        log.error({ err: error, operation: ep.id }, 'learning whose things are failed')
      }
      return answer
    },
  }
}

function subjectsOf({ kind, id, list }: Lesson, answer: unknown): Subject[] {
  const given = list === undefined ? [answer] : (answer as Record<string, unknown>)[list]
  const entries: readonly unknown[] = Array.isArray(given) ? given : []
  return entries.flatMap((entry) => {
    const found = textAt(entry, id)
    return found === undefined ? [] : [{ kind, id: found }]
  })
}
