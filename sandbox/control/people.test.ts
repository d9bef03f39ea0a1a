import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { changeCredentialDocument } from '../domain/identities/credential-document'
import { type FrontDoor, openFrontDoor } from '../testing/front-door'
import { peopleControl } from './people'

onEachEngine('people by the control plane', (open) => {
  let door: FrontDoor
  let company: Awaited<ReturnType<FrontDoor['company']>>
  let control: Hono
  beforeAll(async () => {
    door = await openFrontDoor(await open())
    company = await door.company()
    control = new Hono()
    peopleControl(control, door.sandbox)
  })
  afterAll(() => door.close())

  const post = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await control.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
    return answer.status === 200 ? answer.json() : answer.status
  }

  it('enrols a phone, once there is a passcode', async () => {
    const userId = company.rootUserId
    expect(await post('/biometrics', { userId })).toEqual({ refused: 'PASSCODE_NOT_SET' })
    await door.inTx((ctx) => changeCredentialDocument(ctx, userId, { passcodeHash: 'scrypt:a:b' }))
    expect(await post('/biometrics', { userId })).toEqual({ enrolled: userId })
    expect(await post('/biometrics', { userId: '1' })).toEqual({ refused: 'NOT_FOUND' })
    expect(await post('/biometrics', { userId: 'x' })).toBe(400)
  })

  it('ages a password', async () => {
    expect(await post('/password-expiry', { email: company.email })).toEqual({ expired: company.email })
    expect((await door.login(company.email)).status).toBe(409)
    expect(await post('/password-expiry', { email: 'nobody@example.test' })).toEqual({ refused: 'NOT_FOUND' })
  })

  it('decides about the check of a user', async () => {
    const userId = await door.user(company.identityId)
    const review = (outcome: string, id = userId) => post('/user-kyc', { userId: id, outcome })
    expect(await review('PENDING_REVIEW')).toEqual({ refused: 'STATE_INVALID' })
    expect(await review('APPROVED')).toEqual({ moved: userId })
    expect(await review('APPROVED', company.rootUserId)).toEqual({ refused: 'NOT_FOUND' })
    expect(await review('MAYBE')).toBe(400)
  })
})
