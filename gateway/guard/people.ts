import { covers } from '../../contract/console/covers'
import { type AccessTable, reachOf } from '../access/access'
import { coded } from '../http/answers'
import type { Guard, ProxyCall } from './guard'
import { valuesAt } from './instruments-named'

/** What nobody can be: somebody to whom no role was given. */
const NEW_USER = '0'

/**
 * Whoever may change a user's address could sign in as that user. So nobody changes, invites or shuts out a user who may do
 * more than they, and nobody adds one where a new user sees more than they.
 */
export const peopleGuard = (access: Pick<AccessTable, 'of'>): Guard => ({
  async before(call) {
    if (call.ep.permission !== 'users.manage') return undefined
    const mine = reachOf(call.access)
    for (const id of usersOf(call)) {
      const theirs = await access.of({ identity: call.session.identity, credentials: { type: 'USER', id } })
      if (!covers(mine, reachOf(theirs))) return coded(403, 'INSUFFICIENT_PERMISSIONS')
    }
    return undefined
  },
})

function usersOf({ ep, params, json }: ProxyCall): string[] {
  if (params.user_id !== undefined) return [params.user_id]
  if (ep.id === 'bulksUserInviteSend') return [...new Set(valuesAt(json(), '*.pathParams._user_id_').map(String))]
  return [NEW_USER]
}
