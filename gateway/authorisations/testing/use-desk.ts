import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { type AuthorisationRule, firstRules, type RuleSet } from '../../../contract/console/authorisation-rules'
import type { Authorisation } from '../../../contract/console/authorisations'
import type { SessionView } from '../../../contract/session'
import type { OpenStore } from '../../../test/postgres/engines'
import type { Browser } from '../../testing/browser'
import { manualTime } from '../../testing/manual-time'
import { platformRequest, purchaseBody } from '../../testing/platform-questions'
import { openTestGateway, type TestGateway } from '../../testing/test-gateway'

export const RULES = '/api/console/authorisation-rules'
export const LIST = '/api/console/authorisations'
type Purchase = Parameters<typeof purchaseBody>[1]

/** A bank whose platform asks, with nobody's rules at the beginning of each test, and real time that stands still. */
export function useDesk(open: OpenStore) {
  let bank: TestGateway
  let root: Browser
  let identity: string
  let rules: RuleSet
  const clock = manualTime()
  let counter = 0

  beforeAll(async () => {
    bank = await openTestGateway(await open(), { realTime: clock.time })
    root = await bank.signIn()
    const session: SessionView = await (await root.get('/api/session')).json()
    identity = session.identity.id.id
  })
  afterAll(() => bank.close())
  beforeEach(async () => {
    rules = await json(await root.get(RULES))
    await saved([])
  })

  // biome-ignore lint/suspicious/noExplicitAny: each test says what it expects
  const json = async <T = any>(response: Response): Promise<T> => response.json()
  const rule = (conditions: object, more: Partial<AuthorisationRule> = {}) =>
    ({
      id: crypto.randomUUID(),
      name: 'a rule',
      on: true,
      kind: 'CARD',
      action: 'DECLINE',
      reason: 'because',
      if: conditions,
      ...more,
    }) as AuthorisationRule
  const asks = (conditions: object = {}) => rule(conditions, { action: 'ASK', name: 'ask', reason: 'have a look' })

  async function save(list: AuthorisationRule[], more: object = {}, by = root): Promise<Response> {
    return by.post(RULES, { version: rules.version, rules: list, defaults: firstRules.defaults, ...more })
  }
  async function saved(list: AuthorisationRule[], more: object = {}): Promise<void> {
    const answer = await save(list, more)
    expect(answer.status).toBe(200)
    rules = await json(answer)
  }
  /** Some minutes in which the person does not fall asleep. */
  async function later(minutes: number): Promise<void> {
    for (let left = minutes; left > 0; left -= 2) {
      bank.advance(2 * 60_000)
      await root.post('/api/session/activity')
    }
  }
  const reference = () => `ref-${++counter}`
  const request = (body: object, named = reference(), path = '/managed_cards/authorisation_request') => {
    const name = path.startsWith('/bank') ? ('request-ref' as const) : ('call-ref' as const)
    const { apiKey, webhooksKey } = bank.options
    return platformRequest({
      path,
      name,
      reference: named,
      at: bank.clock.now(),
      body: JSON.stringify(body),
      apiKey,
      webhooksKey,
    })
  }
  const ask = (purchase: Purchase = {}, named?: string) =>
    bank.app().fetch(request(purchaseBody(identity, purchase), named))
  const result = async (purchase: Purchase = {}, named?: string) => {
    const answer = await ask(purchase, named)
    expect(answer.status).toBe(200)
    return (await json<{ result: string }>(answer)).result
  }
  const list = async (query = '', by = root): Promise<Authorisation[]> =>
    (await json(await by.get(`${LIST}${query}`))).authorisations
  const newest = async (): Promise<Authorisation> => {
    const [first] = await list('?limit=1')
    if (!first) throw new Error('nothing was kept')
    return first
  }
  const waitingOnes = async (by = root): Promise<Authorisation[]> =>
    (await json(await by.get(`${LIST}/waiting`))).authorisations
  const decide = (id: string, verdict: string, by = root) => by.post(`${LIST}/${id}/decide`, { verdict })
  /** Asks a person: the answer that is to come, and what waits for it. */
  async function asked(purchase: Purchase = {}) {
    const answer = result(purchase)
    await clock.waiting(1)
    const [one] = await waitingOnes()
    if (!one) throw new Error('nothing waits')
    return { answer, one }
  }

  return {
    get bank() {
      return bank
    },
    get root() {
      return root
    },
    get identity() {
      return identity
    },
    get rules() {
      return rules
    },
    /** Reads the rules again, after somebody else has changed them. */
    refresh: async () => {
      rules = await json(await root.get(RULES))
    },
    clock,
    json,
    rule,
    asks,
    save,
    saved,
    later,
    next: () => ++counter,
    request,
    ask,
    result,
    list,
    newest,
    waitingOnes,
    decide,
    asked,
  }
}
