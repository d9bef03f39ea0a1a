import { expect } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { visitEach } from '../testing/scenarios'
import { peopleScenarios } from './people'

onEachEngine('scenarios of people', (open) =>
  visitEach(open, peopleScenarios, {
    'user-locked': async ({ door, signIns, get, ids }) => {
      expect((await door.login(signIns[1]?.email ?? '')).status).toBe(423)
      expect(await get(`/users/${ids.user}`)).toMatchObject({ active: true })
    },
    'user-invitation-expired': async ({ get, call, ids }) => {
      const user = `/users/${ids.user}`
      expect(await get(user)).toMatchObject({ active: true })
      const code = { inviteCode: '123456' }
      expect(await call('POST', `${user}/invite/validate`, code)).toMatchObject({
        status: 409,
        body: { errorCode: 'INVITE_OR_INVITE_CODE_INVALID' },
      })
      expect((await call('POST', `${user}/invite`)).status).toBe(204)
      expect((await call('POST', `${user}/invite/validate`, code)).status).toBe(204)
    },
    'user-deactivated': async ({ door, signIns, get, ids }) => {
      expect(await get(`/users/${ids.user}`)).toMatchObject({ active: false })
      expect((await door.login(signIns[1]?.email ?? '')).status).toBe(403)
    },
    'password-expired': async ({ door, signIns }) => {
      const { status, body } = await door.login(signIns[1]?.email ?? '')
      expect([status, Object.keys(body as object)]).toEqual([409, ['token']])
    },
    'challenge-with-one-try-left': async ({ get, call, ids }) => {
      expect(await get(`/sends/${ids.send}`)).toMatchObject({ state: 'PENDING_CHALLENGE' })
      const verify = (verificationCode: string) =>
        call('POST', `/challenges/${ids.challenge}/otp/SMS/verify`, { verificationCode, resourceType: 'sends' })
      expect(await verify('000005')).toMatchObject({ status: 409, body: { errorCode: 'CHALLENGE_LIMIT_EXCEEDED' } })
      expect((await verify('123456')).status).toBe(409)
    },
  }),
)
