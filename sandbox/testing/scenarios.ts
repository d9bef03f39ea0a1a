import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OpenStore } from '../../test/postgres/engines'
import { controlApp } from '../control/app'
import { checkBooks } from '../domain/ledger/check-books'
import type { Scenario } from '../scenarios/scenario'
import { simulatorApp } from '../simulator/app'
import type { SignIn } from '../worlds/world'
import { type FrontDoor, keys, openFrontDoor } from './front-door'

/** What the call that opens a scenario answered, and the way in for whoever looks at it. */
export type Visit = {
  door: FrontDoor
  ids: Record<string, string>
  signIns: SignIn[]
  /** Signs in as the first of its people and reads. */
  get: (path: string) => Promise<unknown>
  /** Any call as the first of its people. */
  call: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>
  simulate: (path: string, body?: unknown) => Promise<unknown>
  control: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>
}

/** Opens each scenario through the control plane and looks at it through the front door; twice, since it may be opened again. */
export function visitEach(
  open: OpenStore,
  scenarios: readonly Scenario[],
  looks: Readonly<Record<string, (visit: Visit) => Promise<void>>>,
): void {
  let door: FrontDoor
  beforeAll(async () => {
    door = await openFrontDoor(await open())
  })
  afterAll(async () => {
    expect(door.problems).toEqual([])
    await door.close()
  })
  const json = { 'content-type': 'application/json' }
  const read = async (response: Response) => {
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  async function control(method: string, path: string, body?: unknown) {
    const app = controlApp(
      door.sandbox,
      (work) => work(),
      async () => {},
    )
    return read(
      await app.request(path, { method, headers: json, ...(body !== undefined && { body: JSON.stringify(body) }) }),
    )
  }
  async function simulate(path: string, body: unknown = {}) {
    const headers = { ...json, 'programme-key': keys.apiKey }
    const request = { method: 'POST', headers, body: JSON.stringify(body) }
    return (await read(await simulatorApp(door.sandbox).request(path, request))).body
  }
  async function visit(name: string): Promise<Visit> {
    const { status, body } = await control('POST', `/scenarios/${name}`, {})
    expect(status).toBe(200)
    const { ids, signIns } = body as Pick<Visit, 'ids' | 'signIns'>
    let token: Promise<string> | undefined
    const call: Visit['call'] = async (method, path, sent) => {
      token ??= door.enter(signIns[0]?.email ?? '')
      return door.call(method, path, { token: await token, ...(sent !== undefined && { body: sent }) })
    }
    const get = async (path: string) => {
      const answer = await call('GET', path)
      expect(answer.status).toBe(200)
      return answer.body
    }
    return { door, ids, signIns, get, call, simulate, control }
  }

  it.each(scenarios.map(({ name, what }) => [name, what] as const))('%s: %s', async (name) => {
    const look = looks[name]
    if (!look) throw new Error('nobody looks at this scenario')
    await look(await visit(name))
    await look(await visit(name))
    expect((await checkBooks(door.store.db)).flatMap(({ violations }) => violations)).toEqual([])
  })
}
