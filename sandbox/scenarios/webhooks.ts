import { createAccount } from '../domain/accounts/create-account'
import type { Ctx } from '../domain/context'
import {
  claimDeliveries,
  type Delivery,
  RETRY_AFTER_MS,
  recordTries,
  releaseDeliveries,
} from '../domain/outbox/deliver'
import { programme } from '../domain/programme'
import { must } from '../worlds/world'
import type { Scenario } from './scenario'
import { DAY, SECOND } from './scene'

const TRY_MS = 800

export const webhookScenarios: readonly Scenario[] = [
  {
    name: 'webhook-failed',
    title: 'Webhook failed for good',
    what: 'A message to the platform that met a 503 at each of its six tries; the control plane can send it again.',
    build: async (scene) => {
      const company = await scene.company()
      let instant = scene.now - DAY
      const order = { profileId: programme.profiles.managedAccounts, friendlyName: 'Unheard of', currency: 'EUR' }
      // As if the platform had given an address then.
      const account = await must(createAccount({ ...company.at(instant), addressed: true }, order))
      let webhook = ''
      for (const wait of [0, ...RETRY_AFTER_MS]) {
        instant += wait + SECOND
        const delivery = await claim(scene.at(instant), account.id)
        webhook = delivery.id
        await recordTries(scene.at(instant), [{ delivery, at: instant, tookMs: TRY_MS, result: 503 }])
      }
      return { signIns: [company.signIn], ids: { webhook, account: account.id } }
    },
  },
]

/** Takes the message about an account in hand; whatever else is due goes back at once. */
async function claim(ctx: Ctx, about: string): Promise<Delivery> {
  const all = await claimDeliveries(ctx, 10_000)
  const mine = all.find(({ payload }) => payload.includes(about))
  if (!mine) throw new Error('the message is not there')
  await releaseDeliveries(
    ctx,
    all.filter((one) => one !== mine),
  )
  return mine
}
