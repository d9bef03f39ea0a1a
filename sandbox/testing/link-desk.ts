import type { Store } from '../../storage/open'
import { simulatorApp } from '../simulator/app'
import { openDesk } from './desk'
import { field, keys } from './front-door'
import { beginLinkedAccount, germanIban, openLanding, verifyLinkedAccount } from './trust'

export type LinkDesk = Awaited<ReturnType<typeof openLinkDesk>>
type Step = { step: string; status: string; completedTimestamp?: number; details?: { reference?: string } }
type Run = { id: string; state: string; overriddenReason?: string; verificationSteps: Step[] }

const order = {
  name: 'Blue Harbour GmbH',
  type: 'BUSINESS',
  country: 'DE',
  accountReference: { iban: germanIban(1), bankIdentifierCode: 'COBADEFF' },
}

/** A company, and what tests of its linked accounts ask for. */
export async function openLinkDesk(store: Store) {
  const desk = await openDesk(store)
  const { door, actor, call, said } = desk

  const runs = async (id: string, query = '') => {
    const { body } = await call('GET', `/linked_accounts/${id}/verifications?${query}`)
    return (body as { verificationRuns: Run[] }).verificationRuns
  }

  return {
    ...desk,
    /** What `create` orders where nothing else is said. */
    order,
    runs,
    create: (more: object = {}) => call('POST', '/linked_accounts', { ...order, ...more }),
    stateOf: async (id: string) => field(await call('GET', `/linked_accounts/${id}`), 'state'),
    landing: (currency: string) => door.inTx((ctx) => openLanding({ ...ctx, actor }, currency)),
    begin: (number = 1) =>
      door.inTx((ctx) => beginLinkedAccount({ ...ctx, actor }, { reference: { iban: germanIban(number) } })),
    verified: (number = 1) =>
      door.inTx((ctx) => verifyLinkedAccount({ ...ctx, actor }, { reference: { iban: germanIban(number) } })),
    /** How far each step of the newest verification is. */
    steps: async (id: string) => {
      const [run] = await runs(id)
      return Object.fromEntries((run?.verificationSteps ?? []).map((each) => [each.step, each.status]))
    },
    simulate: async (id: string, act: 'set' | 'verify', body: unknown) => {
      const response = await simulatorApp(door.sandbox).request(`/linked_accounts/${id}/${act}`, {
        method: 'POST',
        headers: { 'programme-key': keys.apiKey, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const text = await response.text()
      return text.includes('errorCode') ? (JSON.parse(text) as { errorCode: string }).errorCode : response.status
    },
    /** What the platform has heard of linked accounts. */
    events: async () => {
      const hooks = await door.store.db
        .selectFrom('sandbox_webhook')
        .select('payload')
        .where('event', '=', 'linked_accounts_watch')
        .orderBy('id')
        .execute()
      return hooks.map((hook) => JSON.parse(hook.payload).eventType)
    },
    /** The root user declares that the accounts are the identity's own. */
    declare: async (...resourceIds: string[]) => {
      const resourceType = 'linked_account_declaration'
      const issued = await call('POST', '/challenges/otp/SMS', { resourceType, resourceIds })
      if (issued.status !== 200) return said(issued)
      const path = `/challenges/${field(issued, 'scaChallengeId')}/otp/SMS/verify`
      return said(await call('POST', path, { verificationCode: '123456', resourceType }))
    },
  }
}
