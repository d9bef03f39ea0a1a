import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { firstRules } from '../../contract/console/authorisation-rules'
import type { Endpoint } from '../../contract/endpoint'
import type { SessionView } from '../../contract/session'
import { fillPath } from '../../contract/wire'
import { consoleEndpoints } from '../../test/contract/console-endpoints'
import { onEachEngine } from '../../test/postgres/engines'
import { openPaymentDesk, type PaymentDesk } from '../approvals/testing/payment-desk'
import type { Browser } from '../testing/browser'
import { platformRequest, purchaseBody } from '../testing/platform-questions'
import { ALAN } from '../testing/test-gateway'
import { hookOf, weavrOf } from '../testing/weavr'

const OTHER = '990099009900990099'
const all = await consoleEndpoints()
const endpoints = all.filter(({ auth }) => auth === 'token')
/** The way in: for who is not signed in. */
const wayIn = all.filter(({ auth }) => auth === 'key')
type Knock = { params?: Record<string, string>; query?: string; body?: unknown; status: number }

onEachEngine('the Owner of another identity', (open) => {
  let bank: PaymentDesk
  let stranger: Browser
  let knocks: Record<string, Knock>
  /** Of this identity: what must not be told to anybody else. */
  let ids: Record<string, string>

  // biome-ignore lint/suspicious/noExplicitAny: the first of a list, whatever it is of
  const first = async (path: string, key: string): Promise<any> =>
    (await (await bank.ada.get(`/api/console${path}`)).json())[key][0]

  beforeAll(async () => {
    bank = await openPaymentDesk(await open())
    const { identity }: SessionView = await (await bank.ada.get('/api/session')).json()
    await bank.limit(ALAN, {})
    await bank.rules({ amountAtLeast: [{ currency: 'EUR', amount: 100 }] })
    const proposal = await bank.proposed(await bank.pay(bank.alan, 500))
    const { digest } = await bank.read(bank.ada, proposal)
    await weavrOf(bank)(hookOf('managed_accounts_deposits_watch'), {
      id: bank.account('Operating'),
      transactionId: '5',
      transactionAmount: { currency: 'EUR', amount: '1' },
      transactionTimestamp: '1763670000123',
      owner: { type: 'corporates', id: identity.id.id },
      state: 'COMPLETED',
    })
    const body = JSON.stringify(purchaseBody(identity.id.id))
    const asked = { path: '/managed_cards/authorisation_request', name: 'call-ref', reference: 'one' } as const
    const { apiKey, webhooksKey } = bank.options
    await bank.app().fetch(platformRequest({ ...asked, at: bank.clock.now(), body, apiKey, webhooksKey }))
    // How long it took is noted when the answer has left.
    await vi.waitFor(async () => expect((await first('/authorisations', 'authorisations')).tookUs).toBeDefined())

    const rule = await first('/approval-rules', 'rules')
    const role = (await (await bank.ada.get('/api/console/roles')).json()).roles.at(-1)
    const alan = (await (await bank.alan.get('/api/session')).json()).person.credentials.id
    const invited = { identity_id: identity.id.id, user_id: '114711471147114711', sent_at: 1, accepted_at: null }
    await bank.store.db.insertInto('gateway_invitation').values(invited).execute()
    ids = {
      invited: invited.user_id,
      proposal,
      rule: rule.id,
      role: role.id,
      event: (await first('/events', 'events')).id,
      authorisation: (await first('/authorisations', 'authorisations')).id,
      line: (await first('/audit/lines', 'lines')).id,
    }
    const id = (name: string) => ({ params: { id: ids[name] ?? '' }, status: 404 })
    const ofRole = { params: { role_id: role.id }, status: 404 }
    const nothing = { status: 200 }
    knocks = {
      consoleRolesGet: nothing,
      consoleRoleCreate: {
        body: { name: role.name, permissions: [], accounts: 'all', cards: 'all', limits: [] },
        status: 201,
      },
      consoleRoleUpdate: { ...ofRole, body: { name: 'Taken over' } },
      consoleRoleDelete: ofRole,
      // The bank of this test has one identity; its people are the stranger's too, their roles are not.
      consolePeopleGet: nothing,
      consoleRoleAssign: { params: { user_id: alan }, body: { role: role.id }, status: 404 },
      consoleRoleUnassign: { params: { user_id: alan }, status: 204 },
      consoleZoneUpdate: { body: { zone: 'Europe/Malta' }, status: 200 },
      approvalRulesGet: nothing,
      approvalRuleCreate: { body: { name: rule.name }, status: 201 },
      approvalRuleUpdate: { ...id('rule'), body: { name: 'Taken over', seen: rule.changedAt } },
      approvalRuleDelete: id('rule'),
      approvalSettingsUpdate: { body: { expiryHours: 1 }, status: 200 },
      proposalsGet: nothing,
      proposalsCount: nothing,
      proposalGet: id('proposal'),
      proposalApprove: { ...id('proposal'), body: { digest } },
      proposalReject: { ...id('proposal'), body: { comment: 'no' } },
      proposalWithdraw: id('proposal'),
      eventsGet: nothing,
      eventGet: id('event'),
      eventReplay: id('event'),
      listAuthorisations: nothing,
      waitingAuthorisations: nothing,
      readAuthorisation: id('authorisation'),
      decideAuthorisation: { ...id('authorisation'), body: { verdict: 'APPROVE' } },
      readAuthorisationRules: nothing,
      writeAuthorisationRules: { body: { ...firstRules, version: 0 }, status: 200 },
      rehearseAuthorisationRules: { body: { rules: [], defaults: firstRules.defaults }, status: 200 },
      invitationsGet: nothing,
      stepUpByPhoneGet: nothing,
      sessionSwitch: { body: { identity: { type: 'CORPORATE', id: OTHER } }, status: 409 },
      sessionPasswordChange: { body: { oldPassword: { value: 'x' }, newPassword: { value: 'y' } }, status: 404 },
      auditLinesGet: nothing,
      auditLineGet: id('line'),
      auditPeopleGet: nothing,
      auditVerify: nothing,
      auditExport: { query: '?format=json', status: 200 },
    }

    stranger = await bank.signIn()
    const { idleDeadline }: SessionView = await (await stranger.get('/api/session')).json()
    const there = { identity_id: OTHER, identity_name: 'Elsewhere Ltd' }
    const mine = bank.store.db.updateTable('gateway_session').set(there).where('idle_deadline', '=', idleDeadline)
    expect((await mine.executeTakeFirst()).numUpdatedRows).toBe(1n)
    expect((await (await stranger.get('/api/session')).json()).identity.id.id).toBe(OTHER)
  })
  afterAll(() => bank.close())

  /** All that the identity's own Owner sees, save when it was looked at. */
  const everything = async () => {
    const paths = endpoints
      .filter(({ id, method }) => method === 'GET' && id !== 'auditExport')
      .map((ep) => fillPath(ep, knocks[ep.id]?.params ?? {}))
    const answers = await Promise.all(paths.map(async (path) => (await bank.ada.get(`/api/console${path}`)).json()))
    return JSON.stringify(answers).replaceAll(/"(now|checkedAt)":\d+/g, '')
  }

  test('finds every door, and behind none of them what is not theirs', async () => {
    expect(endpoints.map(({ id }) => id).sort()).toEqual(Object.keys(knocks).sort())
    const before = await everything()
    for (const id of Object.values(ids)) expect(before).toContain(id)
    // Reads first: later the stranger's own record holds the ids that they have knocked with.
    const reads = ({ method }: Endpoint) => method === 'GET'
    for (const ep of [...endpoints.filter(reads), ...endpoints.filter((one) => !reads(one))]) {
      const { params = {}, query = '', body, status } = knocks[ep.id] ?? { status: 0 }
      const answer = await stranger.call(ep.method, `/api/console${fillPath(ep, params)}${query}`, { body })
      const text = await answer.text()
      expect([ep.id, answer.status]).toEqual([ep.id, status])
      for (const id of Object.values(ids)) expect([ep.id, text.includes(id)]).toEqual([ep.id, false])
    }
    expect(await everything()).toBe(before)
  })

  test('hears nothing of it on the way in either', async () => {
    expect(wayIn.length).toBeGreaterThan(10)
    for (const ep of wayIn) {
      const path = fillPath(ep, { user_id: ids.invited ?? '' })
      const answer = await stranger.call(ep.method, `/api/console${path}`, ep.method === 'GET' ? {} : { body: {} })
      expect([200, 204, 400, 409], ep.id).toContain(answer.status)
      const text = await answer.text()
      for (const id of Object.values(ids)) expect([ep.id, text.includes(id)]).toEqual([ep.id, false])
    }
  })
})
