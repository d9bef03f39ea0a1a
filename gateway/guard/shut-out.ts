import type { SessionLife } from '../session/session-life'
import type { SessionTable } from '../session/session-table'
import type { Guard } from './guard'

type Needs = { table: Pick<SessionTable, 'ofUser'>; life: Pick<SessionLife, 'signOut'> }

/**
 * Who is deactivated is out of every page at once. The upstream has ended their tokens by then; without this their pages
 * would show the company until they next ask for something.
 */
export const shutOutGuard = ({ table, life }: Needs): Guard => ({
  async after({ ep, params }, answer) {
    if (!answer.ok || ep.id !== 'userDeactivate' || params.user_id === undefined) return answer
    for (const session of await table.ofUser(params.user_id)) await life.signOut(session)
    return answer
  },
})
