import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '../../contract/registry'
import { onEachEngine } from '../../test/postgres/engines'
import { everyCallTwice, type Sent, type Twice } from '../testing/every-call-twice'
import { type Answer, type FrontDoor, openFrontDoor } from '../testing/front-door'
import { rootActor } from '../worlds/actor'

const AT_ONCE = 8

// These change one person or one session, and find nothing to do a second time, whatever the reference.
const ofOnePerson = [
  ...['enrolDeviceUsingOtpStepOne', 'enrolDeviceUsingOtpStepTwo', 'enrolDeviceUsingPush', 'unlinkDeviceUsingPush'],
  ...['stepupSCAChallenge', 'stepupSCAChallengePush', 'stepupSCAVerify', 'multipleSCAChallengePush'],
  ...['corporateRootUserEmailVerificationCodeSend', 'corporateUpdate', 'userInviteConsume'],
  ...['authorisedUserEmailVerificationCodeSend', 'userUpdate', 'managedCardPhysicalContactlessLimitReset'],
]

onEachEngine('what is sent eight times at once with one reference', (open) => {
  let door: FrontDoor
  let tokens: Record<'root' | 'consumer', string>
  const calls = new Map<string, Twice>()
  beforeAll(async () => {
    door = await openFrontDoor(await open())
    door.sandbox.settings.stepUp = 'off'
    const company = await door.company()
    const consumer = await door.consumer()
    const actor = rootActor({ type: 'CORPORATE', id: company.identityId }, company.rootUserId)
    tokens = { root: await door.session(company), consumer: await door.session(consumer) }
    const other = await door.company()
    for (const [id, twice] of Object.entries(await everyCallTwice(door, actor, other, consumer))) calls.set(id, twice)
  })
  afterAll(async () => {
    expect(door.problems).toEqual([])
    await door.close()
  })

  const send = ({ path, body, method = 'POST', as }: Sent, ref: string): Promise<Answer> =>
    door.call(method, path, { body, ref, token: as === 'nobody' ? undefined : tokens[as ?? 'root'] })

  /** How many rows each table has; what is kept about references themselves is left aside. */
  async function rows(): Promise<Map<string, number>> {
    const tables = (await door.store.db.introspection.getTables()).map(({ name }) => name)
    const counts = new Map<string, number>()
    for (const name of tables.filter((table) => /^sandbox_/.test(table))) {
      if (['sandbox_idempotency', 'sandbox_token', 'sandbox_sequence'].includes(name)) continue
      const counted = door.store.db.selectFrom(name as 'sandbox_bulk').select((eb) => eb.fn.countAll<number>().as('n'))
      counts.set(name, Number((await counted.executeTakeFirstOrThrow()).n))
    }
    return counts
  }
  /** What a deed adds, table by table. */
  async function added(deed: () => Promise<unknown>): Promise<Record<string, number>> {
    const before = await rows()
    await deed()
    const after = await rows()
    return Object.fromEntries(
      [...after].map(([name, n]) => [name, n - (before.get(name) ?? 0)]).filter(([, n]) => n !== 0),
    )
  }

  const taking = operations.filter(({ idempotent, id }) => idempotent && !ofOnePerson.includes(id)).map(({ id }) => id)
  test.each(taking)('%s happens once', async (id) => {
    const twice = calls.get(id)
    if (!twice) throw new Error(`nobody has said how ${id} is called`)
    const single = await added(async () => {
      const answer = await send(twice(0), `${id} single`)
      expect(answer.status, answer.text).toBeLessThan(300)
    })
    const answers: Answer[] = []
    const many = await added(async () => {
      const eight = Array.from({ length: AT_ONCE }, () => send(twice(1), `${id} many`))
      answers.push(...(await Promise.all(eight)))
    })
    const later = await send(twice(1), `${id} many`)
    expect(new Set([...answers, later].map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(later.status, later.text).toBeLessThan(300)
    expect(many).toEqual(single)
    expect(await added(() => send(twice(1), `${id} many`))).toEqual({})
  })
})
