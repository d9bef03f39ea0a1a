import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figure, ms, percentile } from './print'
import { end, launch, up } from './process'

const RATE = 200
const SECONDS = 10
const HISTORY = 2000
const RUSH = { atOnce: 64, seconds: 5 }
const API_KEY = 'sandbox-api-key'
const WEBHOOKS_KEY = 'sandbox-webhooks-key'
const DUE_MS = 1500

const url = `http://127.0.0.1:${21_000 + Math.floor(Math.random() * 20_000)}`
const hmac = (text: string) => createHmac('sha256', API_KEY).update(text).digest('base64')
let counter = 0

/** A purchase as Weavr asks about it, each of one of 50 cards. */
function question(identityId: string): { headers: Record<string, string>; body: string } {
  counter++
  const amount = { currency: 'EUR', amount: 100 + (counter % 9000) }
  const body = JSON.stringify({
    cardId: String(7000 + (counter % 50)),
    transactionId: String(1_000_000 + counter),
    authorisationType: 'AUTHORISED',
    sourceAmount: amount,
    transactionAmount: amount,
    totalTransactionCost: amount,
    transactionTimestamp: Date.now(),
    merchantData: {
      merchantName: `Shop ${counter % 400}`,
      merchantCategoryCode: String(5000 + (counter % 900)),
      merchantId: String(counter % 400).padStart(15, '0'),
      merchantCountry: 'GB',
    },
    owner: { type: 'CORPORATE', id: identityId },
  })
  const at = String(Date.now())
  const reference = `bench-${counter}`
  const headers = {
    'content-type': 'application/json',
    'call-ref': reference,
    'published-timestamp': at,
    signature: hmac(at),
    'signature-v2': hmac(`${reference}${body}${at}`),
    'webhooks-key': WEBHOOKS_KEY,
  }
  return { headers, body }
}

const path = '/webhooks/multi/managed_cards/authorisation_request'
// Weavr keeps its lines open and has so many of them; a new one for each question would measure the kernel.
const agent = new Agent({ keepAlive: true, maxSockets: 100 })

function post(headers: Record<string, string>, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method: 'POST', agent, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function ask(identityId: string): Promise<number> {
  const { headers, body } = question(identityId)
  const at = performance.now()
  const { status, text } = await post(headers, body)
  if (status !== 200) throw new Error(`the gateway answered ${status} ${text}`)
  return performance.now() - at
}

/** So many a second, each at its time whether the former has been answered or not; latencies count from when it was due. */
async function paced(identityId: string, rate: number, seconds: number): Promise<number[]> {
  const started = performance.now()
  const open: Promise<number>[] = []
  for (let n = 0; n < rate * seconds; n++) {
    const due = started + (n * 1000) / rate
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const late = Math.max(0, performance.now() - due)
    open.push(ask(identityId).then((took) => took + late))
  }
  return Promise.all(open)
}

/** As fast as it goes with so many at once. */
async function rush(identityId: string): Promise<{ rate: number; times: number[] }> {
  const times: number[] = []
  const started = performance.now()
  const over = started + RUSH.seconds * 1000
  const one = async () => {
    while (performance.now() < over) times.push(await ask(identityId))
  }
  await Promise.all(Array.from({ length: RUSH.atOnce }, one))
  return { rate: times.length / ((performance.now() - started) / 1000), times }
}

/** Twenty rules of every condition; nothing that is asked here meets an ASK. */
function rules(): object[] {
  const conditions = [
    { cards: ['1', '2', '3'] },
    { cardholder: 'nobody at all' },
    { merchantName: 'casino' },
    { categories: ['7995', '7800-7802'] },
    { countries: ['KP', 'IR'] },
    { amounts: [{ currency: 'EUR', from: 1_000_000 }] },
    {
      hours: { zone: 'Europe/London', days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:01' },
      merchantName: 'night',
    },
    { velocity: { withinMinutes: 1, moreThanRequests: 90_000 } },
    { velocity: { withinMinutes: 60, moreThanAmount: { currency: 'EUR', amount: 900_000_000 } } },
    { merchantId: '1', countries: ['FR'] },
  ]
  return [...conditions, ...conditions].map((one, n) => ({
    id: crypto.randomUUID(),
    name: `Rule ${n + 1}`,
    on: true,
    kind: 'CARD',
    action: 'DECLINE',
    reason: 'Measured',
    if: one,
  }))
}

/** Decisions on purchases at a gateway of its own process, with rules and a past; every one is on disk before its answer. */
export async function benchForwarding(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'multi-console-bench-'))
  const gateway = launch('gateway/main.ts', { PORT: new URL(url).port, DATA_DIR: dir })
  try {
    await up(url)
    const identityId = await signInAndRule()
    for (let n = 0; n < HISTORY; n += 50) await Promise.all(Array.from({ length: 50 }, () => ask(identityId)))
    const times = await paced(identityId, RATE, SECONDS)
    const share = times.filter((time) => time <= DUE_MS).length / times.length
    const spread = `p50 ${ms(percentile(times, 0.5))}, p99 ${ms(percentile(times, 0.99))}, longest ${ms(Math.max(...times))}`
    figure(`${RATE} decisions a second for ${SECONDS} s`, spread, '20 rules, storage included')
    figure('within 1.5 s', `${(share * 100).toFixed(2)} %`, `of ${times.length}`)
    const fastest = await rush(identityId)
    const rushed = `p99 ${ms(percentile(fastest.times, 0.99))}`
    figure(`most decisions a second, ${RUSH.atOnce} at once`, fastest.rate.toFixed(0), rushed)
  } finally {
    agent.destroy()
    await end(gateway)
    rmSync(dir, { recursive: true, force: true })
  }
}

async function signInAndRule(): Promise<string> {
  const headers = { 'content-type': 'application/json', 'x-requested-with': 'multi-console', origin: url }
  const post = (to: string, body: object, more: Record<string, string> = {}) =>
    fetch(`${url}${to}`, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) })
  const { token } = (await (await post('/__sandbox/secure-tokens', { value: 'Sandbox-2026!' })).json()) as {
    token: string
  }
  const session = await post('/api/session', { email: 'root@northwind.example', password: { value: token } })
  const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { identity } = (await session.json()) as { identity: { id: { id: string } } }
  const fallback = { unmatched: 'APPROVE', unanswered: 'DECLINE' }
  const list = { version: 0, rules: rules(), defaults: { CARD: fallback, WIRE: fallback } }
  const saved = await post('/api/console/authorisation-rules', list, { cookie })
  if (!saved.ok) throw new Error(`the rules were answered ${saved.status} ${await saved.text()}`)
  return identity.id.id
}
