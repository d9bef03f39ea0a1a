import type { Invitation } from '../../contract/console/invitations'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import type { Guard } from '../guard/guard'

/** The API says a month. */
const GOOD_FOR_MS = 30 * 24 * 60 * 60_000

export type InvitationTable = ReturnType<typeof createInvitationTable>

/** When whom was invited: the Multi API takes invitations and never tells of them. */
export function createInvitationTable(store: Store, clock: Clock) {
  const { db } = store

  async function sent(identityId: string, userIds: readonly string[], sent_at: number): Promise<void> {
    for (const user_id of userIds) {
      await db
        .insertInto('gateway_invitation')
        .values({ identity_id: identityId, user_id, sent_at, accepted_at: null })
        .onConflict((oc) =>
          // What is learnt late of a bulk does not take the place of an invitation that was sent since.
          oc
            .columns(['identity_id', 'user_id'])
            .doUpdateSet({ sent_at })
            .where('gateway_invitation.sent_at', '<', sent_at),
        )
        .execute()
    }
  }

  /** Notes invitations that pass through the gateway. Of a bulk only its rows tell, once they have run. */
  const guard: Guard = {
    async after({ ep, params, session }, answer) {
      if (!answer.ok) return answer
      if (ep.id === 'userInviteSend' && params.user_id !== undefined)
        await sent(session.identity.id, [params.user_id], clock.now())
      return answer
    },
  }

  return {
    guard,
    sent,
    /**
     * Answers the identity that had invited the user: one of those that are theirs. Anybody may name any user in a bulk of
     * invitations, and is not to hear of it.
     */
    async accepted(userId: string, theirs: readonly string[]): Promise<string[]> {
      if (theirs.length === 0) return []
      const rows = await db
        .updateTable('gateway_invitation')
        .set({ accepted_at: clock.now() })
        .where('user_id', '=', userId)
        .where('identity_id', 'in', theirs)
        .returning('identity_id')
        .execute()
      return rows.map(({ identity_id }) => identity_id)
    },
    async of(identityId: string): Promise<Invitation[]> {
      const rows = await db
        .selectFrom('gateway_invitation')
        .selectAll()
        .where('identity_id', '=', identityId)
        .orderBy('sent_at', 'desc')
        .execute()
      return rows.map(({ user_id, sent_at, accepted_at }) => ({
        userId: user_id,
        sentAt: sent_at,
        expiresAt: sent_at + GOOD_FOR_MS,
        ...(accepted_at !== null && { acceptedAt: accepted_at }),
      }))
    },
  }
}
