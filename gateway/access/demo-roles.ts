import { type ReadyRoleId, readyRoles } from '../../contract/console/ready-roles'
import type { Store } from '../../storage/open'
import { inTransaction } from '../../storage/transaction'
import type { EmbeddedSandbox } from '../options'

type Given = { email: string; at?: string; role: ReadyRoleId }

/** What the people of the embedded sandbox's worlds do; whoever is not here looks only, as every new user. */
const demoRoles: readonly Given[] = [
  { email: 'grace@northwind.example', role: 'admin' },
  { email: 'alan@northwind.example', role: 'payments-maker' },
  { email: 'user-01@brightwater.example', role: 'payments-approver' },
  { email: 'user-02@brightwater.example', role: 'card-manager' },
  { email: 'user-03@brightwater.example', role: 'payments-maker' },
  { email: 'user-04@brightwater.example', role: 'payments-maker' },
  { email: 'user-05@brightwater.example', role: 'admin' },
  { email: 'user-07@brightwater.example', role: 'payments-approver' },
  { email: 'user-40@brightwater.example', role: 'payments-maker' },
  { email: 'nora@quill.example', at: 'Harbour Freight Ltd', role: 'payments-maker' },
  { email: 'nora@quill.example', at: 'Lighthouse Studio Ltd', role: 'admin' },
  { email: 'omar@harbour.example', at: 'Lighthouse Studio Ltd', role: 'payments-approver' },
  { email: 'ivo@tideline.example', role: 'card-manager' },
  { email: 'kit@harbour.example', role: 'payments-maker' },
]

/** Gives the people of a world that was just built their roles. */
export async function giveDemoRoles(store: Store, { users }: Pick<EmbeddedSandbox, 'users'>, now: number) {
  const rows = (await users()).flatMap(({ userId, email, identityId, identityName }) => {
    const given = demoRoles.find((one) => one.email === email && (one.at === undefined || one.at === identityName))
    return given ? [{ identity_id: identityId, user_id: userId, role_id: given.role, given_at: now }] : []
  })
  if (rows.length === 0) return
  await inTransaction(store, async (tx) => {
    await tx
      .insertInto('gateway_role_of')
      .values(rows)
      .onConflict((oc) => oc.doNothing())
      .execute()
  })
}

/** What the sign-in page says of somebody: what they may do in the console, and then what the world says of them. */
export function demoRoleText({ email, role }: { email: string; role: string }): string {
  const here = demoRoles.filter((one) => one.email === email)
  const names = here.map(({ at, role: id }) =>
    at === undefined ? readyRoles[id].name : `${readyRoles[id].name} of ${at}`,
  )
  if (role.startsWith('Root user')) return [`Owner: ${role}`, ...names].join('; ')
  return names.length === 0 ? role : `${names.join('; ')}: ${role}`
}
