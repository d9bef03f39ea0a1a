import { expect } from 'vitest'
import { issueToken } from '../domain/access/tokens'
import { runDue } from '../domain/due/run-due'
import { putFactor } from '../domain/factors/factor-rows'
import { simulatorApp } from '../simulator/app'
import { type Answer, type FrontDoor, keys } from './front-door'

export type Company = Awaited<ReturnType<FrontDoor['company']>>
type Touch = 'verify_success' | 'verify_invalid' | 'verify_expired'

/** The code of a refusal, or the status of anything else. */
export function said({ status, body }: Answer): unknown {
  const code = body && typeof body === 'object' ? Reflect.get(body, 'errorCode') : undefined
  return code ?? status
}

/** The root user of a company with their phone in the hand. */
export function phoneOf(door: FrontDoor, company: Company) {
  const { identityId, rootUserId: credentialId } = company
  const simulator = simulatorApp(door.sandbox)
  /** A session without the slow sign-in. */
  const session = (steppedUp = true) =>
    door.inTx((ctx) => issueToken(ctx, door.sandbox.keys, { credentialId, identityId, kind: 'ACCESS', steppedUp }))
  const enrolled = (channel: 'AUTHY' | 'BIOMETRIC') =>
    door.inTx((ctx) => putFactor(ctx, credentialId, channel, 'ACTIVE'))
  const forgets = () => door.store.db.deleteFrom('sandbox_factor').where('credential_id', '=', credentialId).execute()
  const number = (mobile_number: string, mobile_country_code = '+44') =>
    door.store.db
      .updateTable('sandbox_credential')
      .set({ mobile_number, mobile_country_code })
      .where('id', '=', credentialId)
      .execute()
  const request = (path: string, headers: Record<string, string> = { 'programme-key': keys.apiKey }) =>
    simulator.request(path, { method: 'POST', headers })
  /** What the person does on the phone. */
  async function does(what: Touch, challenge = '0', who = credentialId) {
    const answer = await request(`/factors/${who}/challenges/${challenge}/${what}`)
    return (await answer.json()) as { code: string; token?: string }
  }
  /** Five minutes later, for a session that is kept alive. */
  async function waits(token: string) {
    for (let i = 0; i < 2; i++) {
      door.clock.advance(150_000)
      await door.call('GET', '/authentication_factors', { token })
    }
    while (await door.inTx(runDue)) {}
  }

  const credential = { type: 'ROOT', id: credentialId }
  const identity = { type: 'corporates', id: identityId }
  const publishedTimestamp = expect.stringMatching(/^\d+$/)
  /** What the platform hears of it. */
  const news = {
    enrolment: (type: string, status: string) => ({
      event: 'authentication_factors_watch',
      payload: { credentialId: credential, type, status, publishedTimestamp },
    }),
    stepUp: (challengeId: string, type: string, status: string) => ({
      event: 'stepup_watch',
      payload: { credential, identity, challengeId, type, status, publishedTimestamp },
    }),
    signIn: (type: string, status: string) => ({
      event: 'login_watch',
      payload: { credential, identity, type, status, publishedTimestamp },
    }),
  }
  return { session, enrolled, forgets, number, request, does, waits, credential, news }
}
