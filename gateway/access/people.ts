import * as z from 'zod'
import { page } from '../../contract/common'
import { consumerGet } from '../../contract/consumers'
import { CorporateRootUser, corporateGet } from '../../contract/corporates'
import { User, userGetById, usersGet } from '../../contract/users'
import { notSignedIn, refusal } from '../http/answers'
import type { GatewayParts } from '../parts'
import type { Session } from '../session/session-table'

// Only what is shown.
const Owner = z.object({
  rootUser: CorporateRootUser.pick({ id: true, name: true, surname: true, email: true, active: true }),
})
const Shown = User.pick({ id: true, name: true, surname: true, email: true, active: true })
const Users = page('users', Shown)

const PAGE = 100

export type Person = { type: 'ROOT' | 'USER'; id: string; name: string; email: string; active: boolean }
type Parts = Pick<GatewayParts, 'callUpstream' | 'life' | 'log'>

/** The root user and then the users, as the Multi API has them now; a response where it does not tell. */
export async function readPeople(parts: Parts, session: Session): Promise<Person[] | Response> {
  const root = await readRoot(parts, session)
  if (root instanceof Response) return root
  const people = [root]
  for (;;) {
    const query = { offset: people.length - 1, limit: PAGE }
    const answer = await parts.callUpstream(usersGet, { query }, session.token)
    const found = await read(parts, session, Users, answer)
    if (found instanceof Response) return found
    people.push(...found.users.map((user) => ({ ...personOf(user), type: 'USER' as const, id: user.id })))
    if (people.length > found.count || found.users.length === 0) return people
  }
}

/** A user of the identity by id, or its root user. */
export async function readPerson(parts: Parts, session: Session, id: string): Promise<Person | Response> {
  const root = await readRoot(parts, session)
  if (root instanceof Response || root.id === id) return root
  const answer = await parts.callUpstream(userGetById, { params: { user_id: id } }, session.token)
  const user = await read(parts, session, Shown, answer)
  return user instanceof Response ? user : { ...personOf(user), type: 'USER', id }
}

async function readRoot(parts: Parts, session: Session): Promise<Person | Response> {
  const answer =
    session.identity.type === 'CORPORATE'
      ? await parts.callUpstream(corporateGet, {}, session.token)
      : await parts.callUpstream(consumerGet, {}, session.token)
  const owner = await read(parts, session, Owner, answer)
  return owner instanceof Response ? owner : { ...personOf(owner.rootUser), type: 'ROOT', id: owner.rootUser.id.id }
}

const personOf = ({ name, surname, email, active }: Omit<z.infer<typeof Shown>, 'id'>) => ({
  name: `${name} ${surname}`,
  email,
  active,
})

async function read<S extends z.ZodType>(
  { life, log }: Parts,
  session: Session,
  schema: S,
  answer: Response,
): Promise<z.output<S> | Response> {
  if (answer.status === 401) {
    await life.refusedUpstream(session)
    return notSignedIn()
  }
  life.noteUpstream(session)
  if (answer.status === 404) return refusal(404, 'NOT_FOUND', 'There is no such user.')
  const parsed = answer.ok ? schema.safeParse(await answer.json().catch(() => undefined)) : undefined
  if (parsed?.success) return parsed.data
  log.warn({ status: answer.status }, 'the people of an identity could not be read')
  return refusal(502, 'UPSTREAM_FAILED', 'The people of the identity cannot be read at the moment.')
}
