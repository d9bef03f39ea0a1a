import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { Endpoint } from '../../contract/endpoint'
import { Coded, Described } from '../../contract/errors'
import { operations } from '../../contract/registry'
import { encodeQuery, fillPath } from '../../contract/wire'
import { valuesOf } from '../../test/contract/arbitrary'
import { onEachEngine } from '../../test/postgres/engines'
import { issueToken } from '../domain/access/tokens'
import type { Actor } from '../domain/context'
import { runDue } from '../domain/due/run-due'
import { checkBooks } from '../domain/ledger/check-books'
import { type Acquaintance, acquaint } from '../testing/acquainted'
import { type FrontDoor, keys, openFrontDoor, password } from '../testing/front-door'
import { knownIds } from '../testing/known-ids'
import { openTown, type Town } from '../testing/town'
import { chance } from '../worlds/world'

const ROUNDS = 12
// The same for everybody, so that a change is judged by itself; other seeds look elsewhere (MULTI_TEST_SEED=7).
const SEED = Number(process.env.MULTI_TEST_SEED ?? 951_201_428)

type Part = 'params' | 'query' | 'body'
const calls = operations.filter(({ auth, id }) => auth !== 'webhooks-key' && id !== 'logout')

/** A few calls in good form for each operation, made once: with every field, and with some. */
const samples = new Map<string, unknown[]>()
function sample(ep: Endpoint, part: Part, at: number): unknown {
  const schema = ep[part]
  if (!schema) return undefined
  const key = `${ep.id} ${part}`
  const half = (complete: boolean) => fc.sample(valuesOf(schema, { complete }), { numRuns: 3, seed: SEED % 1e6 })
  const made = samples.get(key) ?? [...half(true), ...half(false)]
  samples.set(key, made)
  return made[at % made.length]
}

/** The sample, acquainted with what there is, as long as that keeps its form. */
function known(ep: Endpoint, part: Part, at: number, about: Acquaintance): unknown {
  const schema = ep[part]
  if (!schema) return undefined
  const known = acquaint(ep, schema, sample(ep, part, at), about)
  return part === 'query' ? thinned(known, about.chance) : known
}

/** Filters are found by few rows; most are left out. */
const thinned = (query: unknown, random: () => number): unknown =>
  Object.fromEntries(Object.entries(query ?? {}).filter(([name]) => name === 'offset' || random() < 0.3))

/** Mostly somebody who may: consumers do not run companies. */
function caller({ section }: Endpoint, [first, ...others]: Actor[], random: () => number): Actor {
  if (!first) throw new Error('nobody lives here')
  const consumer = others.find(({ identityType }) => identityType === 'CONSUMER')
  if (section === 'consumers' && consumer && random() < 0.8) return consumer
  return (random() < 0.4 && others[Math.floor(random() * others.length)]) || first
}

/** Said by the machinery to whoever may not. */
const WHO_MAY = ['STEP_UP_REQUIRED', 'ACCESS_TOKEN_REQUIRED', 'INSUFFICIENT_PERMISSIONS']

/** What is wrong with an answer; nothing when the contract has it. */
function undocumented(ep: Endpoint, status: number, text: string): string | undefined {
  const body = text === '' || (ep.media && status < 300) ? undefined : z.json().parse(JSON.parse(text))
  const coded = Coded.safeParse(body).data?.errorCode
  if (status >= 200 && status < 300)
    return status in ep.responses ? undefined : 'a status of success that is not listed'
  if (coded !== undefined) {
    const listed: readonly string[] = ep.errors?.[status as 409] ?? []
    return listed.includes(coded) || (status === 403 && WHO_MAY.includes(coded))
      ? undefined
      : 'a code that is not listed'
  }
  if (body === undefined)
    return ep.bare?.includes(status as 403) || (status === 403 && ep.tokenOptional) ? undefined : 'an empty refusal'
  if (status === 409 && ep.conflict?.safeParse(body).success) return undefined
  return (status === 404 || status === 405) && Described.safeParse(body).success ? undefined : 'a body of no known form'
}

onEachEngine(`whatever is in good form is answered as documented (seed ${SEED})`, (open) => {
  let door: FrontDoor
  let town: Town
  const succeeded = new Set<string>()
  beforeAll(async () => {
    door = await openFrontDoor(await open())
    town = await openTown(door)
  })
  afterAll(() => door.close())

  async function call(ep: Endpoint, actor: Actor, at: number, about: Acquaintance): Promise<string | undefined> {
    const parts = Object.fromEntries(
      (['params', 'query', 'body'] as const).map((part) => [part, known(ep, part, at, about)]),
    )
    const { credentialId, identityId } = actor
    const token = await door.inTx((ctx) =>
      issueToken(ctx, door.sandbox.keys, { credentialId, identityId, kind: 'ACCESS', steppedUp: true }),
    )
    const query = ep.query ? encodeQuery(ep, parts.query as Record<string, unknown>).toString() : ''
    const response = await door.multi.request(`${fillPath(ep, parts.params as Record<string, string>)}?${query}`, {
      method: ep.method,
      headers: {
        'api-key': keys.apiKey,
        ...(ep.auth === 'token' && { authorization: `Bearer ${token}` }),
        ...(ep.body && { 'content-type': 'application/json' }),
      },
      ...(ep.body && { body: JSON.stringify(parts.body) }),
    })
    const text = await response.text()
    if (response.ok) succeeded.add(ep.id)
    const problem = undocumented(ep, response.status, text)
    return (
      problem &&
      `${ep.id}: ${problem}: ${response.status} ${text.slice(0, 300)} to ${JSON.stringify(parts).slice(0, 2000)}`
    )
  }

  test.each(Array.from({ length: ROUNDS }, (_, round) => round))('round %i', async (round) => {
    const random = chance(SEED + round)
    const problems: string[] = []
    for (const ep of calls) {
      const actor = caller(ep, town.people, random)
      const { identityId } = actor
      const about: Acquaintance = {
        known: await knownIds(door.store, identityId, town.credentials),
        identityId,
        now: door.clock.now(),
        emails: (await door.store.db.selectFrom('sandbox_credential').select('email').execute()).map(
          (row) => row.email,
        ),
        secrets: [(await door.typed(password)).value, (await door.typed('Another-2026!')).value],
        chance: random,
      }
      const problem = await call(ep, actor, Math.floor(random() * 60), about)
      if (problem) problems.push(problem)
      door.clock.advance(500)
      while (await door.inTx(runDue));
    }
    expect(problems.concat(door.problems.map((each) => JSON.stringify(each)))).toEqual([])
    const findings = await checkBooks(door.store.db)
    expect(findings.filter(({ violations }) => violations.length > 0)).toEqual([])
  })

  test('most operations were done, not only refused', () => {
    const never = calls.map(({ id }) => id).filter((id) => !succeeded.has(id))
    expect(never.length, `never done: ${never.join(', ')}`).toBeLessThan(calls.length / 2)
  })
})
