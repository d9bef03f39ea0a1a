import { defaultKeys } from '../../../sandbox/index'
import type { Store } from '../../../storage/open'
import type { Browser } from '../../testing/browser'
import { ORIGIN } from '../../testing/browser'
import { openTestGateway } from '../../testing/test-gateway'

export const NORA = 'nora@quill.example'
export const OMAR = 'omar@harbour.example'

type Waiting = { challengeId: string; credential: { id: string }; identity: { type: string; id: string } }
export type PhoneDesk = Awaited<ReturnType<typeof openPhoneDesk>>

/** A gateway before several companies, where Nora and Omar have a phone, and their phones in the hand. */
export async function openPhoneDesk(store: Store) {
  const bank = await openTestGateway(store, {}, 'multi-identity')
  const [omar] = await bank.store.db
    .selectFrom('sandbox_credential')
    .select('id')
    .where('email', '=', OMAR)
    .where('type', '=', 'ROOT')
    .execute()
  const factor = { channel: 'BIOMETRIC', type: 'BIOMETRIC', status: 'ACTIVE', created_at: bank.clock.now() } as const
  await bank.store.db
    .insertInto('sandbox_factor')
    .values({ ...factor, credential_id: omar?.id ?? '' })
    .execute()

  const ask = (browser: Browser, email = NORA) => browser.post('/api/console/entry/phone', { email })
  /** The newest question to this person's phone. */
  async function asked(email = NORA): Promise<Waiting> {
    const { phones } = await (await bank.running.control.request('/phones')).json()
    return phones.find((one: { email: string }) => one.email === email)
  }
  /** What the phone has in the hand when its person has approved. */
  async function approved({ challengeId, credential, identity: { type, id } }: Waiting) {
    const path = `/factors/${credential.id}/challenges/${challengeId}/verify_success`
    const headers = { 'programme-key': defaultKeys.apiKey }
    const { token } = await (await bank.running.simulator.request(path, { method: 'POST', headers })).json()
    return { challengeId, token, identity: { type, id } }
  }

  return {
    ...bank,
    ask,
    asked,
    approved,
    /** As the app does it: no cookie, no origin, no header of ours. */
    handOver: async (body: unknown, app = bank.app()): Promise<Response> =>
      app.fetch(
        new Request(`${ORIGIN}/device/hand-over`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
    state: async (browser: Browser): Promise<string | undefined> =>
      (await (await browser.get('/api/console/entry')).json()).entry?.state,
    finish: (browser: Browser) => browser.post('/api/console/entry/finish'),
  }
}
