import { consumerUpdate } from '../../contract/consumers'
import { corporateUpdate } from '../../contract/corporates'
import { userUpdate } from '../../contract/users'
import type { SessionTable } from '../session/session-table'
import type { Guard, ProxyCall } from './guard'

type Whose = Parameters<SessionTable['newAddress']>[0]

/**
 * Sessions are found by the address of their person, as when a new password ends them all: another address counts at once,
 * also for those that are open in other browsers.
 */
export const ownAddressGuard = (table: Pick<SessionTable, 'newAddress'>): Guard => ({
  async after(call, answer) {
    const whose = answer.ok ? whoseOf(call) : undefined
    const { email } = (whose && (call.json() as { email?: unknown } | undefined)) ?? {}
    if (whose && typeof email === 'string') await table.newAddress(whose, email)
    return answer
  },
})

/** Whose address the call may have changed. */
function whoseOf({ ep, params, session }: ProxyCall): Whose | undefined {
  if (ep.id === userUpdate.id) return { user: params.user_id ?? '' }
  return ep.id === corporateUpdate.id || ep.id === consumerUpdate.id ? { rootOf: session.identity } : undefined
}
