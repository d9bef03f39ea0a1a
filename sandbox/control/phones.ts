import type { Hono } from 'hono'
import * as z from 'zod'
import { answerPush } from '../domain/challenges/answer-push'
import { type WaitingPhone, waitingPhones } from '../domain/challenges/waiting-phones'
import { resumePurchases } from '../effects/pay-by-card'
import { postJson } from '../effects/post-json'
import type { Sandbox } from '../sandbox'
import { changeSetting } from '../settings'
import { Address } from './address'
import { readInput, write } from './write'

const HAND_OVER_MS = 10_000
const Answer = z.object({ answer: z.enum(['APPROVE', 'DECLINE']) })
const STATUS = { APPROVE: 'VERIFIED', DECLINE: 'DECLINED' } as const

/**
 * The phones of the world, which nobody holds: what waits on them, and what their people answer. After a sign-in that was
 * approved the company's app on the phone has a one-time token, and brings it where the company has said.
 */
export function phoneControl(app: Hono, sandbox: Sandbox): void {
  const { settings, store } = sandbox

  app.get('/phones', async (c) => c.json({ phones: await sandbox.run((ctx) => waitingPhones(ctx)) }))

  app.post('/phones/:challengeId', async (c) => {
    const input = await readInput(c, Answer)
    if (!input.ok) return input.response
    const [asked] = await sandbox.run((ctx) => waitingPhones(ctx, c.req.param('challengeId')))
    if (!asked) return c.json({ message: 'No phone is asked that, or not any more.' }, 404)
    const { challengeId } = asked
    const said = { credentialId: asked.credential.id, challengeId, status: STATUS[input.value.answer] }
    const answered = await sandbox.run((ctx) => answerPush(ctx, sandbox.keys, said))
    if (!answered.ok) return c.json({ message: 'The phone is not the person’s any more, or somebody was faster.' }, 409)
    // The platform may have to be asked about a purchase, which no transaction can wait for.
    await resumePurchases(sandbox, asked.credential.id)
    const { token } = answered.value
    return c.json({ answered: challengeId, ...(token !== undefined && { handedOver: await handOver(asked, token) }) })
  })

  write(app, '/hand-over-address', Address, async ({ url }) => {
    await changeSetting(store, settings, 'handOverAddress', url)
    return { url }
  })

  async function handOver(
    { challengeId, identity: { type, id } }: WaitingPhone,
    token: string,
  ): Promise<'DELIVERED' | 'FAILED' | 'NOWHERE'> {
    const { handOverAddress: address } = settings
    if (address === null) return 'NOWHERE'
    const body = JSON.stringify({ challengeId, token, identity: { type, id } })
    const posted = await postJson({ address, path: '', headers: {}, body, timeoutMs: HAND_OVER_MS })
    return typeof posted === 'object' && posted.status < 300 ? 'DELIVERED' : 'FAILED'
  }
}
