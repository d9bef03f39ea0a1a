import { once } from 'node:events'
import { createServer } from 'node:http'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { type FrontDoor, field, openFrontDoor } from '../testing/front-door'
import { type Company, phoneOf } from '../testing/phone'
import { phoneControl } from './phones'

onEachEngine('phones by the control plane', (open) => {
  let door: FrontDoor
  let company: Company
  let hand: ReturnType<typeof phoneOf>
  let control: Hono
  const heard: { path: string | undefined; body: unknown }[] = []
  const app = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    heard.push({ path: request.url, body: JSON.parse(Buffer.concat(chunks).toString()) })
    response.writeHead(204).end()
  })
  let address = ''
  beforeAll(async () => {
    door = await openFrontDoor(await open())
    control = new Hono()
    phoneControl(control, door.sandbox)
    app.listen(0, '127.0.0.1')
    await once(app, 'listening')
    const at = app.address()
    address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/device/hand-over`
  })
  beforeEach(async () => {
    company = await door.company()
    hand = phoneOf(door, company)
    heard.length = 0
  })
  afterAll(async () => {
    app.close()
    await door.close()
  })

  async function call(method: string, path: string, body?: unknown) {
    const headers = { 'content-type': 'application/json' }
    const answer = await control.request(path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: await answer.json() }
  }
  const waiting = async () => (await call('GET', '/phones')).body.phones
  const say = (id: string, answer: string) => call('POST', `/phones/${id}`, { answer })
  const signIn = async () =>
    field(await door.call('POST', '/login_via_biometrics', { body: { email: company.email } }), 'challengeId')

  it('show what waits, and hand the token of an approved sign-in to the company', async () => {
    await hand.enrolled('BIOMETRIC')
    const challengeId = await signIn()
    const identity = { type: 'CORPORATE', id: company.identityId }
    expect(await waiting()).toMatchObject([
      {
        challengeId,
        purpose: 'LOGIN',
        channel: 'BIOMETRIC',
        email: company.email,
        credential: hand.credential,
        identity,
      },
    ])
    expect((await say(challengeId, 'MAYBE')).status).toBe(400)
    expect((await call('POST', '/hand-over-address', { url: address })).body).toEqual({ url: address })
    expect((await say(challengeId, 'APPROVE')).body).toEqual({ answered: challengeId, handedOver: 'DELIVERED' })
    expect(heard).toEqual([
      { path: '/device/hand-over', body: { challengeId, token: expect.stringMatching(/.{20,}/), identity } },
    ])
    expect(await waiting()).toEqual([])
    expect((await say(challengeId, 'APPROVE')).status).toBe(404)

    const second = await signIn()
    expect((await say(second, 'DECLINE')).body).toEqual({ answered: second })
    const third = await signIn()
    await call('POST', '/hand-over-address', { url: null })
    expect((await say(third, 'APPROVE')).body).toEqual({ answered: third, handedOver: 'NOWHERE' })
    const fourth = await signIn()
    await call('POST', '/hand-over-address', { url: 'http://127.0.0.1:1/' })
    expect((await say(fourth, 'APPROVE')).body).toEqual({ answered: fourth, handedOver: 'FAILED' })
    expect(heard).toHaveLength(1)
  })

  it('answer step-ups and the enrolment of an app too, and nothing that is over', async () => {
    const token = await hand.session(false)
    await hand.enrolled('BIOMETRIC')
    const asked = await door.call('POST', '/stepup/challenges/push/BIOMETRIC', { token })
    const id = field(asked, 'id')
    expect((await waiting())[0]).toMatchObject({ challengeId: id, purpose: 'STEP_UP' })
    expect((await say(id, 'APPROVE')).body).toEqual({ answered: id })
    expect((await door.call('GET', '/users', { token })).status).toBe(200)

    expect((await door.call('POST', '/authentication_factors/push/AUTHY', { token })).status).toBe(204)
    const [enrolment] = await waiting()
    expect(enrolment).toMatchObject({ purpose: 'ENROLMENT', channel: 'AUTHY', email: company.email })
    expect((await say(enrolment.challengeId, 'APPROVE')).body).toEqual({ answered: enrolment.challengeId })
    expect((await door.call('GET', '/authentication_factors', { token })).body).toMatchObject({
      factors: expect.arrayContaining([expect.objectContaining({ channel: 'AUTHY', status: 'ACTIVE' })]),
    })

    const late = await signIn()
    await hand.forgets()
    expect((await say(late, 'APPROVE')).status).toBe(409)
  })
})
