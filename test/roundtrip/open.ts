import { randomBytes } from 'node:crypto'
import { loginWithPassword } from '#contract/access'
import { stepupSCAChallenge, stepupSCAVerify } from '#contract/step-up-challenges'
import { buildWorld, createSandbox } from '../../sandbox/index'
import { createClient } from '../../src/api/client/client'
import { openStore } from '../../storage/open'

const keys = { apiKey: 'round-trip-api-key', uiKey: 'round-trip-ui-key' }
const json = { 'content-type': 'application/json' }

/**
 * The page's own client against the real sandbox, with nothing between them but what the gateway would add. An answer
 * outside the contract fails the test. Gates: the person proves themselves when asked, and signs in again when asked.
 */
export async function openRoundTrip() {
  const store = await openStore(':memory:')
  const running = await createSandbox({ ...keys, store, secret: randomBytes(32), secureOrigin: 'http://localhost:1' })
  await buildWorld(running.sandbox, 'small-company')
  running.start()
  const seen = { stepUps: 0, signIns: 0, sent: [] as { path: string; reference: string | null }[] }
  let token = ''

  const send = (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    headers.set('api-key', keys.apiKey)
    if (token) headers.set('authorization', `Bearer ${token}`)
    seen.sent.push({ path: url, reference: headers.get('idempotency-ref') })
    return Promise.resolve(running.multi.request(url, { ...init, headers }))
  }
  const onDrift = (operation: string, what: string): never => {
    throw new Error(`${operation} drifted: ${what}`)
  }
  const plain = createClient({ base: '', fetch: send, onDrift })

  const control = async (path: string, body: unknown) => {
    const init = { method: 'POST', headers: json, body: JSON.stringify(body) }
    return (await running.control.request(path, init)).json() as Promise<Record<string, string>>
  }
  async function signIn(): Promise<boolean> {
    const { token: value = '' } = await control('/secure-tokens', { value: 'Sandbox-2026!' })
    token = ''
    token = (await plain(loginWithPassword, { body: { email: 'root@northwind.example', password: { value } } })).token
    return true
  }
  async function stepUp(): Promise<boolean> {
    const params = { channel: 'SMS' } as const
    await plain(stepupSCAChallenge, { params, idempotencyRef: crypto.randomUUID() })
    const body = { verificationCode: '123456' }
    await plain(stepupSCAVerify, { params, body, idempotencyRef: crypto.randomUUID() })
    return true
  }
  await signIn()
  return {
    seen,
    signIn,
    call: createClient({
      base: '',
      fetch: send,
      onDrift,
      onStepUp: () => {
        seen.stepUps += 1
        return stepUp()
      },
      onSignIn: () => {
        seen.signIns += 1
        return signIn()
      },
    }),
    advance: (advanceMs: number) => control('/clock', { advanceMs }),
    close: async () => {
      await running.stop()
      await store.close()
    },
  }
}
export type RoundTrip = Awaited<ReturnType<typeof openRoundTrip>>
