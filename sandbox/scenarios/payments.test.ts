import { expect } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { visitEach } from '../testing/scenarios'
import { paymentScenarios } from './payments'

onEachEngine('scenarios of payments', (open) =>
  visitEach(open, paymentScenarios, {
    'send-waiting-for-a-code': async ({ get, call, ids }) => {
      const send = `/sends/${ids.send}`
      expect(await get(send)).toMatchObject({ state: 'PENDING_CHALLENGE' })
      expect((await call('POST', `${send}/challenges/otp/SMS`)).status).toBe(204)
      const code = { verificationCode: '123456' }
      expect((await call('POST', `${send}/challenges/otp/SMS/verify`, code)).status).toBe(204)
      expect(await get(send)).toMatchObject({ state: 'COMPLETED' })
    },
    'beneficiaries-half-refused': async ({ get, ids }) => {
      expect(await get(`/beneficiaries/batch/${ids.batch}`)).toMatchObject({ state: 'PENDING_CHALLENGE' })
      const { beneficiaries } = (await get(`/beneficiaries?batchId=${ids.batch}&limit=100`)) as {
        beneficiaries: { state: string; validationFailure?: string }[]
      }
      const stands = beneficiaries.map(({ state, validationFailure = '' }) => `${state} ${validationFailure}`)
      const count = (what: string) => stands.filter((one) => one === what).length
      expect([count('PENDING_CHALLENGE '), count('INVALID INSTRUMENT_DETAILS_NOT_FOUND')]).toEqual([10, 10])
    },
    'linked-account-rejected': async ({ get, ids }) => {
      const account = `/linked_accounts/${ids.linkedAccount}`
      expect(await get(account)).toMatchObject({ state: 'REJECTED' })
      expect(await get(`${account}/verifications`)).toMatchObject({ verificationRuns: [{ state: 'REJECTED' }] })
    },
  }),
)
