import { afterAll, beforeAll, expect, test } from 'vitest'
import { ORIGIN } from '../testing/browser'
import { openTestGateway, type TestGateway } from '../testing/test-gateway'

let bank: TestGateway
beforeAll(async () => {
  bank = await openTestGateway()
})
afterAll(() => bank.close())

const opened = async (address: string, signedIn = true) => {
  const browser = signedIn ? await bank.signIn() : bank.browser()
  const answer = await browser.get(address)
  return { status: answer.status, location: answer.headers.get('location') }
}

test.each([
  ['/sign-in', '/'],
  ['/sign-in?redirect=%2Faccounts%3Fcurrency%3DGBP', '/accounts?currency=GBP'],
  ['/sign-in?redirect=%2Fsign-in', '/'],
  ['/sign-in?redirect=https%3A%2F%2Fevil.example%2F', '/'],
  ['/sign-in?redirect=%2F%2Fevil.example%2F', '/'],
  ['/sign-in?redirect=%2F%5Cevil.example', '/'],
])('whoever is signed in and opens %s comes to %s', async (address, path) => {
  expect(await opened(address)).toEqual({ status: 302, location: `${ORIGIN}${path}` })
})

test('a path that reads like another host stays with this one', async () => {
  const { location } = await opened('/sign-in?redirect=%2F.%2F%2Fevil.example')
  expect(new URL(location ?? '', ORIGIN).origin).toBe(ORIGIN)
})

test('the second step, and whoever is not signed in, get the page', async () => {
  // Without a build there is no page behind, and that is what answers.
  expect((await opened('/sign-in?step=code')).location).toBeNull()
  expect((await opened('/sign-in', false)).location).toBeNull()
})

test('a session that has ended leads nowhere', async () => {
  const browser = await bank.signIn()
  await bank.advance(6 * 60_000)
  expect((await browser.get('/sign-in')).headers.get('location')).toBeNull()
})
