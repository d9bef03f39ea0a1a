import { deactivateIdentity } from '../domain/identities/switch-identity'
import type { Journey } from '../worlds/onboarding/journeys'
import { walk } from '../worlds/onboarding/onboarding'
import { must } from '../worlds/world'
import type { Opened, Scenario } from './scenario'
import { DAY, password, type Scene } from './scene'

const sentIn = ['password', 'address', 'start', 'submit'] as const

/** Somebody who has gone so far through onboarding, the last step today. */
async function onboarded(scene: Scene, type: Journey['type'], steps: Journey['steps']): Promise<Opened> {
  const { number, now } = scene
  const email = `onboarding-${number}@scenarios.example`
  const journey = { type, name: `Scenario ${number}`, email, stands: '', steps }
  const { identityId } = await walk(scene, journey, number, now - steps.length * DAY)
  const role = type === 'CORPORATE' ? 'Root user' : 'Consumer'
  return { signIns: [{ email, password, role }], ids: { identity: identityId } }
}

export const identityScenarios: readonly Scenario[] = [
  {
    name: 'kyb-rejected',
    title: 'Company rejected',
    what: 'A company whose check ended in a rejection, for good and with a reason.',
    build: (scene) => onboarded(scene, 'CORPORATE', [...sentIn, 'reject']),
  },
  {
    name: 'kyb-waiting-for-documents',
    title: 'Company asked for documents',
    what: 'A company under review that was asked for other documents; the check is open again.',
    build: (scene) => onboarded(scene, 'CORPORATE', [...sentIn, 'ask for documents']),
  },
  {
    name: 'kyc-pending-review',
    title: 'Consumer in review',
    what: 'A consumer who has handed everything in; a person looks at it now.',
    build: (scene) => onboarded(scene, 'CONSUMER', sentIn),
  },
  {
    name: 'identity-deactivated',
    title: 'Company switched off',
    what: 'An approved company that the programme has switched off: nobody of it gets in.',
    build: async (scene) => {
      const { root, signIn } = await scene.company()
      const { identityId } = root
      await must(deactivateIdentity(scene.at(scene.now), { identityId, reasonCode: 'ACCOUNT_REVIEW' }))
      return { signIns: [signIn], ids: { identity: identityId } }
    },
  },
]
