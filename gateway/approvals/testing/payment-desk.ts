import type { ApprovalRuleInput } from '../../../contract/console/approval-rules'
import type { Proposal, ProposalDetail } from '../../../contract/console/proposals'
import type { RoleOrder } from '../../../contract/console/roles'
import type { Store } from '../../../storage/open'
import type { GatewayOptions } from '../../options'
import type { Browser } from '../../testing/browser'
import { ALAN, GRACE, openTestGateway, ROOT, stepUp } from '../../testing/test-gateway'

export type PaymentDesk = Awaited<ReturnType<typeof openPaymentDesk>>
const PAYS = [
  'session.own',
  'transfers.create',
  'transfers.view',
  'bulks.submit',
  'bulks.run',
  'bulks.view',
  'accounts.view',
  'proposals.view',
  'proposals.decide',
] as const
export type Account = { id: string; friendlyName: string; currency: string }

/** A company whose people are signed in: Ada owns it, Grace is Admin, Alan makes payments. */
export async function openPaymentDesk(store: Store, more: Partial<GatewayOptions> = {}) {
  const bank = await openTestGateway(store, more)
  const signedIn = async (email: string) => {
    const browser = await bank.signIn(bank.browser(), email)
    await stepUp(browser)
    return browser
  }
  let people = { ada: await signedIn(ROOT), grace: await signedIn(GRACE), alan: await signedIn(ALAN) }
  const { accounts }: { accounts: Account[] } = await (await people.ada.get('/api/multi/managed_accounts')).json()
  let roles = 0
  const account = (name: string) => {
    const found = accounts.find(({ friendlyName }) => friendlyName === name)
    if (!found) throw new Error(`There is no account ${name}.`)
    return { id: found.id, type: 'managed_accounts' as const }
  }

  const order = (amount: number, more: Record<string, unknown> = {}) => ({
    profileId: bank.options.page.profiles.transfers,
    source: account('Operating'),
    destination: account('Supplier float'),
    destinationAmount: { currency: 'EUR', amount },
    ...more,
  })
  const pay = (who: Browser, amount: number, ref: string = crypto.randomUUID(), more: Record<string, unknown> = {}) =>
    who.post('/api/multi/transfers', order(amount, more), { 'idempotency-ref': ref })

  return {
    ...bank,
    accounts,
    account,
    order,
    pay,
    get ada() {
      return people.ada
    },
    get grace() {
      return people.grace
    },
    get alan() {
      return people.alan
    },
    /** Everybody signs in anew, as after a long pause. */
    async comeBack() {
      people = { ada: await signedIn(ROOT), grace: await signedIn(GRACE), alan: await signedIn(ALAN) }
    },
    /** Puts these rules in the place of all others. */
    async rules(...given: Partial<ApprovalRuleInput>[]): Promise<void> {
      const { rules } = await (await people.ada.get('/api/console/approval-rules')).json()
      for (const { id } of rules) await people.ada.call('DELETE', `/api/console/approval-rules/${id}`)
      for (const [at, rule] of given.entries()) {
        const made = await people.ada.post('/api/console/approval-rules', { name: `Rule ${at + 1}`, ...rule })
        if (made.status !== 201) throw new Error(`The rule was refused: ${await made.text()}`)
      }
    },
    /** Gives somebody a role of their own; what they spent before counts, so tests name another currency or day. */
    async limit(email: string, order: Partial<RoleOrder>): Promise<void> {
      roles += 1
      const role: RoleOrder = {
        name: `Limited ${roles}`,
        permissions: [...PAYS],
        accounts: 'all',
        cards: 'all',
        limits: [],
      }
      const made = await people.ada.post('/api/console/roles', { ...role, ...order })
      if (made.status !== 201) throw new Error(`The role was refused: ${await made.text()}`)
      const { people: all } = await (await people.ada.get('/api/console/people')).json()
      const person = all.find((one: { email: string }) => one.email === email)
      const path = `/api/console/people/${person.credentials.id}/role`
      const given = await people.ada.post(path, { role: (await made.json()).id })
      if (given.status !== 204) throw new Error(`The role was not given: ${given.status}`)
    },
    /** Makes a payment that must be held back, and returns the proposal's id. */
    async proposed(answer: Response): Promise<string> {
      if (answer.status !== 202) throw new Error(`It was not held back: ${answer.status} ${await answer.text()}`)
      const { proposalId }: { proposalId: string } = await answer.json()
      return proposalId
    },
    async read(who: Browser, id: string): Promise<ProposalDetail> {
      const answer = await who.get(`/api/console/proposals/${id}`)
      if (answer.status !== 200) throw new Error(`The proposal cannot be read: ${answer.status}`)
      return answer.json()
    },
    async approve(who: Browser, id: string, comment?: string): Promise<Response> {
      const { digest }: Proposal = await (await who.get(`/api/console/proposals/${id}`)).json()
      return who.post(`/api/console/proposals/${id}/approve`, { digest, ...(comment && { comment }) })
    },
    /** What has reached the bank by this call since it was last asked. */
    transfers: () => bank.count('POST /transfers'),
    /** Submits transfers of these amounts as one bulk. */
    async submit(who: Browser, amounts: readonly number[], more: Record<string, unknown> = {}): Promise<Response> {
      const rows = amounts.map((amount) => ({ requestBody: order(amount, more) }))
      return who.post('/api/multi/bulks/transfers', rows, { 'idempotency-ref': crypto.randomUUID() })
    },
  }
}
