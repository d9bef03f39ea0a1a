import { afterAll, beforeAll, expect, test } from 'vitest'
import { ORIGIN } from '../testing/browser'
import { openTestGateway, type TestGateway } from '../testing/test-gateway'

let bank: TestGateway
beforeAll(async () => {
  bank = await openTestGateway()
})
afterAll(() => bank.close())

test('the control plane is for this machine, also where others may open the page', async () => {
  const from = async (remoteAddress: string, path: string) =>
    (await bank.app().request(`${ORIGIN}${path}`, {}, { incoming: { socket: { remoteAddress } } })).status
  expect(await from('127.0.0.1', '/__sandbox/state')).toBe(200)
  expect(await from('192.0.2.7', '/__sandbox/state')).toBe(403)
  expect(await from('192.0.2.7', '/health')).toBe(200)
})

test('secure fields are not served on the page’s own host, however their path is written', async () => {
  const at = async (url: string) => (await bank.app().request(url)).status
  expect(await at('http://localhost:4000/app/secure/frame')).toBe(200)
  for (const path of ['/app/secure/frame', '/%61pp/secure/frame', '/app/secur%65/frame'])
    expect(await at(`${ORIGIN}${path}`), path).toBe(404)
})
