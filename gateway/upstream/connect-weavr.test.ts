import { expect, test } from 'vitest'
import { connectWeavr } from './connect-weavr'

const weavr = {
  apiKey: 'key',
  uiKey: 'ui',
  webhooksKey: 'shared',
  profiles: { managedAccounts: '2001', transfers: '3001' },
  currencies: ['EUR'],
  feeTypes: [],
  secureFrames: undefined,
}

test.each([
  ['https://sandbox.example/multi', 'https://sandbox.example/app/secure/static/client.1.js', true],
  ['http://127.0.0.1:4010/multi', 'http://localhost:4010/app/secure/static/client.1.js', true],
  ['https://sandbox.example/multi', 'https://js.example/sandbox/client.js', false],
  ['https://sandbox.example/multi', 'http://localhost:4010/app/secure/static/client.1.js', false],
])('API %s with components of %s: the session’s token is for them: %s', async (baseUrl, secureScript, expected) => {
  const side = await connectWeavr({ ...weavr, baseUrl, secureScript }, { name: 'Larkspur' })
  expect(side.options.secureUi !== undefined).toBe(expected)
  await side.stop()
})
