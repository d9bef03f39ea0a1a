import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { contentSecurityPolicy, type Policy, securityHeaders } from './security-headers'

const own: Policy = { publicOrigin: 'https://console.example', secureOrigin: 'https://secure.example' }
const elsewhere = {
  ...own,
  secureOrigin: 'https://js.example',
  frameOrigins: ['https://a.example', 'https://b.example'],
}

const directives = (policy: Policy) =>
  Object.fromEntries(
    contentSecurityPolicy(policy)
      .split('; ')
      .map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]),
  )
async function permissions(policy: Policy) {
  const app = new Hono().use(securityHeaders(policy)).get('/', (c) => c.text(''))
  const header = (await app.request('/')).headers.get('permissions-policy') ?? ''
  return Object.fromEntries(header.split(', ').map((one) => one.split('=')))
}

test('script and frames of the secure components come from their origin, unless frames have others', () => {
  expect(directives(own)).toMatchObject({
    'script-src': `'self' https://secure.example`,
    'frame-src': 'https://secure.example',
    'connect-src': `'self'`,
  })
  expect(directives(elsewhere)).toMatchObject({
    'script-src': `'self' https://js.example`,
    'frame-src': 'https://a.example https://b.example',
  })
})

test('camera and microphone are lent to those frames, and nothing else is to anybody', async () => {
  const { camera, microphone, ...others } = await permissions(own)
  expect([camera, microphone]).toEqual(Array(2).fill('(self "https://secure.example")'))
  expect(new Set(Object.values(others))).toEqual(new Set(['()']))
  expect(Object.keys(others)).toContain('geolocation')
  expect((await permissions(elsewhere)).camera).toBe('(self "https://a.example" "https://b.example")')
})
