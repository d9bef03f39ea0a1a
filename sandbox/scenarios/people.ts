import { loginWithPassword } from '../domain/access/login-with-password'
import { issueConfirmation, verifyConfirmation } from '../domain/challenges/confirm'
import { programme } from '../domain/programme'
import { keepSecret } from '../domain/secure/keep-secret'
import { createSend } from '../domain/sends/create-send'
import { createUser } from '../domain/users/create-user'
import { sendInvite } from '../domain/users/invites'
import type { Standing } from '../worlds/multi-identity/people'
import { takeOn } from '../worlds/multi-identity/take-on'
import { must } from '../worlds/world'
import type { Opened, Scenario } from './scenario'
import { DAY, instrument, MINUTE, password, type Scene, SECOND } from './scene'

/** A company with one authorised user, who was taken on ten days ago. The root user signs in to look. */
async function withUser(scene: Scene, stands: Standing): Promise<Opened & { ids: { user: string } }> {
  const { root, signIn } = await scene.company()
  const email = `user-${scene.number}@scenarios.example`
  const person = { name: 'Una', surname: 'Prompter', number: String(7_700_920_000 + scene.number), tag: 'stage' }
  const user = await takeOn(scene, root, { ...person, email, stands }, scene.now - 10 * DAY)
  return { signIns: [signIn, { email, password, role: 'Authorised user' }], ids: { user } }
}

export const peopleScenarios: readonly Scenario[] = [
  {
    name: 'user-locked',
    title: 'Locked user',
    what: 'A user who typed five wrong passwords a moment ago: locked for half an hour, also with the right one.',
    build: async (scene) => {
      const opened = await withUser(scene, 'in')
      const email = opened.signIns[1]?.email ?? ''
      for (let tries = 0; tries < programme.signIn.maxFailures; tries++) {
        const ctx = scene.at(scene.now - MINUTE + tries * SECOND)
        const value = await keepSecret(ctx, scene.keys, 'password', 'Not-it-2026!')
        await loginWithPassword(ctx, scene.keys, { email, password: { value } })
      }
      return opened
    },
  },
  {
    name: 'user-invitation-expired',
    title: 'Invitation expired',
    what: 'A user who was invited more than a month ago and never came; they can be invited again.',
    build: async (scene) => {
      const { root, at, signIn } = await scene.company(60 * DAY)
      const email = `user-${scene.number}@scenarios.example`
      const { id } = await must(createUser(at(scene.now - 40 * DAY), { name: 'Ivy', surname: 'Late', email }))
      await must(sendInvite(scene.as(root, scene.now - 40 * DAY + MINUTE), id))
      return { signIns: [signIn], ids: { user: id } }
    },
  },
  {
    name: 'user-deactivated',
    title: 'Deactivated user',
    what: 'A user whom the root user has deactivated: the right password does not help.',
    build: (scene) => withUser(scene, 'deactivated'),
  },
  {
    name: 'password-expired',
    title: 'Expired password',
    what: 'A user whose password has expired: signing in only leads to a new one.',
    build: (scene) => withUser(scene, 'expired'),
  },
  {
    name: 'challenge-with-one-try-left',
    title: 'Code with one try left',
    what: 'A payment that waits for its code after four wrong ones; a fifth ends the challenge. Five minutes from now it expires.',
    build: async (scene) => {
      const { now } = scene
      const payer = await scene.company()
      const payee = await scene.company()
      const source = await scene.account(payer, { name: 'Operating', amount: 5_000_00, instant: now - DAY })
      const target = await scene.account(payee, { name: 'Sales', instant: now - DAY })
      const send = await must(
        createSend(payer.at(now - MINUTE), {
          profileId: programme.profiles.sends,
          source: instrument(source),
          destination: instrument(target),
          destinationAmount: { currency: 'EUR', amount: 640_00 },
        }),
      )
      const about = { resource: 'sends', ids: [send.id] } as const
      const { challengeId } = await must(issueConfirmation(payer.at(now - 20 * SECOND), { ...about, channel: 'SMS' }))
      for (const code of ['000001', '000002', '000003', '000004'])
        await verifyConfirmation(payer.at(now - 10 * SECOND), { resource: 'sends', challengeId, code })
      return { signIns: [payer.signIn], ids: { send: send.id, challenge: challengeId } }
    },
  },
]
