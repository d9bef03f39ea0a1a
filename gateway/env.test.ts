import { expect, test } from 'vitest'
import { readEnvironment } from './env'

const weavr = {
  WEAVR_BASE_URL: 'https://sandbox.weavr.io/multi',
  WEAVR_API_KEY: 'the-api-key',
  WEAVR_UI_KEY: 'the-ui-key',
  WEAVR_WEBHOOKS_KEY: 'the-webhooks-key',
  WEAVR_SECURE_SCRIPT: 'https://sandbox.weavr.io/app/secure/static/client.1.js',
  WEAVR_PROFILE_MANAGED_ACCOUNTS: '11',
  WEAVR_PROFILE_TRANSFERS: '12',
}
const mistakes = (env: NodeJS.ProcessEnv) => {
  const read = readEnvironment(env)
  return read.ok ? [] : read.mistakes
}

test('nothing set is the embedded sandbox on loopback, and an empty variable is not set', () => {
  const read = readEnvironment({ DATABASE_URL: '', WEAVR_API_KEY: '' })
  expect(read).toMatchObject({
    ok: true,
    value: {
      port: 4000,
      host: '127.0.0.1',
      publicOrigin: 'http://127.0.0.1:4000',
      weavr: undefined,
      databaseUrl: undefined,
    },
  })
})

test('all of WEAVR_* is Weavr upstream, with three currencies unless told otherwise', () => {
  expect(readEnvironment(weavr)).toMatchObject({
    ok: true,
    value: { weavr: { baseUrl: weavr.WEAVR_BASE_URL, currencies: ['EUR', 'GBP', 'USD'] }, logLevel: 'info' },
  })
})

test('frames of the secure components may come from other origins than their script', () => {
  expect(readEnvironment(weavr)).toMatchObject({ value: { weavr: { secureFrames: undefined } } })
  const frames = 'https://sandbox.weavr.io,https://sandbox.example'
  expect(readEnvironment({ ...weavr, WEAVR_SECURE_FRAMES: frames })).toMatchObject({
    value: { weavr: { secureFrames: ['https://sandbox.weavr.io', 'https://sandbox.example'] } },
  })
  for (const wrong of ['https://sandbox.weavr.io/app', 'sandbox.weavr.io', "https://a.example; script-src 'none'"])
    expect(mistakes({ ...weavr, WEAVR_SECURE_FRAMES: wrong }).join()).toContain('WEAVR_SECURE_FRAMES must be origins')
})

test('a part of WEAVR_* is a mistake that names each missing variable', () => {
  const told = mistakes({ WEAVR_API_KEY: 'the-api-key' })
  for (const name of Object.keys(weavr).filter((n) => n !== 'WEAVR_API_KEY')) {
    expect(told.some((sentence) => sentence.startsWith(`${name} is missing`))).toBe(true)
  }
})

test('all mistakes are told at once, and none repeats a value', () => {
  const told = mistakes({
    ...weavr,
    PORT: 'port-secret',
    SESSION_KEY: 'short-secret',
    DATABASE_URL: 'mysql://user:db-secret@host/x',
    WEAVR_BASE_URL: 'http://weavr.example/url-secret',
    LOG_LEVEL: 'level-secret',
  })
  expect(told).toHaveLength(5)
  expect(told.join()).not.toContain('secret')
})

test.each([
  ['the embedded sandbox for the whole world', { PUBLIC_ORIGIN: 'https://console.example.com' }, 'this machine only'],
  ['the host name of the secure fields', { PUBLIC_ORIGIN: 'http://localhost:4000' }, 'secure fields'],
  ['an open door without an address', { HOST: '0.0.0.0' }, 'HOST lets other machines in'],
  ['an origin with a path', { ...weavr, PUBLIC_ORIGIN: 'https://console.example.com/app' }, 'without a path'],
  ['plain http for the public', { ...weavr, PUBLIC_ORIGIN: 'http://console.example.com' }, 'https'],
  ['a port that does not exist', { PORT: '70000' }, 'between 1 and 65535'],
])('%s is refused', (_, env, words) => {
  expect(mistakes(env).join()).toContain(words)
})

test('keys, proxies and ports of operations are read, and none is needed', () => {
  const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const given = {
    SESSION_KEY_PREVIOUS: `${one.toString('base64')},${two.toString('base64')}`,
    TRUSTED_PROXIES: '2',
    METRICS_PORT: '9464',
    DRAIN_SECONDS: '5',
  }
  expect(readEnvironment(given)).toMatchObject({
    value: { otherSessionKeys: [one, two], trustedProxies: { hops: 2 }, metricsPort: 9464, drainMs: 5000 },
  })
  const nothing = { otherSessionKeys: [], trustedProxies: undefined, metricsPort: undefined, drainMs: 0 }
  expect(readEnvironment({})).toMatchObject({ value: nothing })
})

test.each([
  ['SESSION_KEY_PREVIOUS', 'c2hvcnQ='],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['METRICS_PORT', '4000'],
  ['DRAIN_SECONDS', '1h'],
  ['SECURE_CLIENT', '3'],
])('a wrong %s is one sentence, which does not repeat it', (name, value) => {
  const told = mistakes({ [name]: value })
  expect(told).toHaveLength(1)
  expect(told[0]).toContain(name)
  expect(told[0]).not.toContain(value)
})

test('in development the page has a port of its own', () => {
  const read = readEnvironment({ PORT: '4001', PAGE_PORT: '4000', DEV_VITE: '1' })
  expect(read).toMatchObject({ value: { port: 4001, publicOrigin: 'http://127.0.0.1:4000', viteServesPage: true } })
})
