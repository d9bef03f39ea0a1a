import { expect } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { visitEach } from '../testing/scenarios'
import { identityScenarios } from './identities'

onEachEngine('scenarios of identities', (open) =>
  visitEach(open, identityScenarios, {
    'kyb-rejected': async ({ get, call }) => {
      expect(await get('/corporates/kyb')).toMatchObject({ kybStatus: 'REJECTED', ongoingKybStatus: 'REJECTED' })
      expect(await call('POST', '/corporates/kyb', {})).toMatchObject({
        status: 409,
        body: { errorCode: 'KYB_PERMANENTLY_REJECTED' },
      })
    },
    'kyb-waiting-for-documents': async ({ get, call, control, ids }) => {
      expect(await get('/corporates/kyb')).toMatchObject({ ongoingKybStatus: 'INITIATED' })
      const { body } = await control('GET', '/identities')
      const { identities } = body as { identities: { id: string }[] }
      const why = { details: ['EXPIRED_KYC_DOCUMENTS'] }
      expect(identities.find(({ id }) => id === ids.identity)).toMatchObject(why)
      expect((await call('POST', '/corporates/kyb', {})).status).toBe(200)
    },
    'kyc-pending-review': async ({ get }) => {
      expect(await get('/consumers/kyc')).toMatchObject({ ongoingFullDueDiligence: 'PENDING_REVIEW' })
    },
    'identity-deactivated': async ({ door, signIns }) => {
      expect((await door.login(signIns[0]?.email ?? '')).status).toBe(403)
    },
  }),
)
