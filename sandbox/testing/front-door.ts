import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { ConsumerCreateRequest } from '../../contract/consumers'
import { emptySandbox } from '../../storage/empty'
import type { Store } from '../../storage/open'
import { openStore } from '../../storage/open'
import { inTransaction, type Tx } from '../../storage/transaction'
import { multiApp } from '../app'
import { issueToken } from '../domain/access/tokens'
import { registerApprovedConsumer } from '../domain/consumers/register-consumer'
import type { Ctx } from '../domain/context'
import { insertLogin } from '../domain/identities/insert-login'
import { type NewCorporate, registerApprovedCorporate } from '../domain/identities/register-corporate'
import { keepSecret } from '../domain/secure/keep-secret'
import type { CaptureKind } from '../domain/secure/kinds'
import { createClock } from '../effects/clock'
import type { Log } from '../log'
import { assemble } from '../sandbox'

export const password = 'Sandbox-2026!'
export const keys = { apiKey: 'test-api-key', uiKey: 'test-ui-key' }
export const origins = { secureOrigin: 'http://localhost:4000', page: 'http://127.0.0.1:4000' }

type Call = { body?: unknown; token?: string | undefined; ref?: string; headers?: Record<string, string> }
export type Answer = { status: number; body: unknown; text: string; headers: Headers }
export type FrontDoor = Awaited<ReturnType<typeof openFrontDoor>>

/** A sandbox that is used as any client uses it: by requests. People are arranged by the verbs of onboarding. */
export async function openFrontDoor(open: string | Store = ':memory:') {
  const store = typeof open === 'string' ? await openStore(open) : open
  const clock = createClock()
  const problems: Record<string, unknown>[] = []
  const log: Log = { info: () => {}, warn: () => {}, error: (fields) => void problems.push(fields) }
  const secret = randomBytes(32)
  const sandbox = assemble({ ...keys, store, clock, log, secret, secureOrigin: origins.secureOrigin })
  const multi = multiApp(sandbox)
  const inTx = <T>(work: (ctx: Ctx, tx: Tx) => Promise<T>) => inTransaction(store, (tx) => work(sandbox.ctx(tx), tx))

  async function call(method: string, path: string, { body, token, ref, headers }: Call = {}): Promise<Answer> {
    const response = await multi.request(path, {
      method,
      headers: {
        'api-key': keys.apiKey,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(ref && { 'idempotency-ref': ref }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      text,
      body: text === '' ? undefined : JSON.parse(text),
      headers: response.headers,
    }
  }

  /** What the secure field would hand out for a typed password. */
  const typed = (value: string, kind: CaptureKind = 'password') =>
    inTx(async (ctx) => ({ value: await keepSecret(ctx, sandbox.keys, kind, value) }))
  const login = async (email: string, plain = password) =>
    call('POST', '/login_with_password', { body: { email, password: await typed(plain) } })
  /** The token of a fresh session. */
  const enter = async (email: string, plain = password) => field(await login(email, plain), 'token')

  /** A session of a root user, as after signing in: quicker where signing in is not what a test is about. */
  const session = ({ identityId, rootUserId }: { identityId: string; rootUserId: string }) =>
    inTx((ctx) => issueToken(ctx, sandbox.keys, { credentialId: rootUserId, identityId, kind: 'ACCESS' }))

  /** A company of its own, with addresses that no other has. */
  async function company(root: Partial<NewCorporate['rootUser']> = {}) {
    const unique = randomUUID().slice(0, 8)
    const email = root.email ?? `root-${unique}@example.test`
    const made = await inTx((ctx) => registerApprovedCorporate(ctx, newCorporate({ ...person, email, ...root })))
    return { ...made, email }
  }
  /** A consumer of its own, with an address and a number that no other has. */
  async function consumer(root: Partial<ConsumerCreateRequest['rootUser']> = {}) {
    const email = root.email ?? `consumer-${randomUUID().slice(0, 8)}@example.test`
    const made = await inTx((ctx) => registerApprovedConsumer(ctx, newConsumer({ ...root, email }), password))
    return { ...made, email }
  }
  const user = (identityId: string, more: Partial<NewCorporate['rootUser']> = {}) =>
    inTx((ctx) => insertLogin(ctx, identityId, { ...person, email: `user-${randomUUID()}@example.test`, ...more }))

  return {
    store,
    clock,
    sandbox,
    multi,
    problems,
    inTx,
    call,
    typed,
    login,
    enter,
    session,
    company,
    consumer,
    user,
    close: store.close,
  }
}

/** A text field of an answer's body; anything else fails the test. */
export function field(answer: Answer, name: string): string {
  const { body } = answer
  const value: unknown = body && typeof body === 'object' ? Reflect.get(body, name) : undefined
  if (typeof value !== 'string') throw new Error(`no ${name} in ${answer.status} ${answer.text}`)
  return value
}

const person = {
  name: 'Ada',
  surname: 'Byron',
  password,
  mobile: { countryCode: '+44', number: '7700900101' },
  companyPosition: 'DIRECTOR',
} as const

const newConsumer = (
  rootUser: Partial<ConsumerCreateRequest['rootUser']> & { email: string },
): ConsumerCreateRequest => ({
  profileId: '1002',
  ipAddress: '192.0.2.2',
  baseCurrency: 'EUR',
  rootUser: {
    name: 'Clara',
    surname: 'Stone',
    mobile: { countryCode: '+353', number: String(randomInt(100_000_000, 999_999_999)) },
    dateOfBirth: { year: 1991, month: 5, day: 23 },
    address: { addressLine1: '4 Quay Lane', city: 'Galway', postCode: 'H91 K8XA', country: 'IE' },
    nationality: 'IE',
    ...rootUser,
  },
})

const newCorporate = (rootUser: NewCorporate['rootUser']): NewCorporate => ({
  profileId: '1001',
  company: { name: 'Test Company', type: 'LLC', countryOfRegistration: 'GB' },
  ipAddress: '192.0.2.1',
  baseCurrency: 'EUR',
  rootUser,
})

/** A database for all tests of one engine, emptied for each of them: making one takes longer than most tests. */
export function freshStore(open: () => Promise<Store>): () => Promise<Store> {
  let store: Promise<Store> | undefined
  return async () => {
    store ??= open()
    await emptySandbox(await store)
    return store
  }
}
