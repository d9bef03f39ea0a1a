import type { Hono } from 'hono'
import * as z from 'zod'
import type { IdentityType } from '../../contract/common'
import { IdentityId } from '../../contract/common'
import * as entry from '../../contract/console/entry'
import { consumerCreate, consumerRootUserEmailVerify } from '../../contract/consumers'
import { corporateCreate, corporateRootUserEmailVerify } from '../../contract/corporates'
import { serveOpen, type Visitor } from '../console/serve-open'
import { coded } from '../http/answers'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { unusable } from '../session/sign-in'
import { readAnswer } from '../upstream/read-answer'

const Created = z.object({
  id: IdentityId,
  rootUser: z.object({ id: IdentityId, email: z.string(), passwordAlreadySet: z.boolean().optional() }),
})

/** Companies and people who become customers by themselves. Nobody says for somebody else what the gateway knows. */
export function registrationRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { entries, admission, options } = parts
  const { registrations } = options
  const byRoot = {
    kind: 'registration',
    meant: ({ body }: { body: { rootUser: { email: string } } }) => ({ email: body.rootUser.email }),
  } as const

  serveOpen(app, parts, entry.registerCorporate, byRoot, async ({ body }, visitor) => {
    const profileId = registrations?.corporates
    if (profileId === undefined) return coded(409, 'NOT_OPEN')
    const { call, address, idempotencyRef = '' } = visitor
    const sent = { body: { ...body, profileId, ipAddress: address }, idempotencyRef }
    return begin('CORPORATE', await call(corporateCreate, sent), visitor)
  })

  serveOpen(app, parts, entry.registerConsumer, byRoot, async ({ body }, visitor) => {
    const profileId = registrations?.consumers
    if (profileId === undefined) return coded(409, 'NOT_OPEN')
    const { call, address, idempotencyRef = '' } = visitor
    const sent = { body: { ...body, profileId, ipAddress: address }, idempotencyRef }
    return begin('CONSUMER', await call(consumerCreate, sent), visitor)
  })

  async function begin(
    type: (typeof IdentityType)['options'][number],
    answer: Response,
    { c, note }: Visitor,
  ): Promise<Response> {
    if (!answer.ok) return answer
    const created = await readAnswer(Created, answer)
    if (!created) return unusable()
    const { id, rootUser } = created
    note({ resource: id.id, identity: { type, id: id.id } })
    const passwordAlreadySet = rootUser.passwordAlreadySet ?? false
    if (passwordAlreadySet) return Response.json({ passwordAlreadySet })
    // Sent again, it is the same registration; whoever has proved the address meanwhile goes on with it alone.
    const waiting = await entries.registrationOf(rootUser.email, type)
    if (waiting?.document.proved && waiting.document.userId === rootUser.id.id) {
      return coded(409, 'ROOT_EMAIL_NOT_UNIQUE')
    }
    const document = { userId: rootUser.id.id, type, identityId: id.id }
    const admitted = await admission.wait(c, { kind: 'registration', email: rootUser.email, document })
    if (admitted.kind !== 'entry') return unusable()
    return Response.json({ passwordAlreadySet }, { headers: admitted.headers })
  }

  const byCode = {
    kind: 'code-verify',
    meant: ({ body }: { body: { email: string } }) => ({ email: body.email }),
  } as const
  serveOpen(app, parts, entry.registrationResume, byCode, async ({ body: { type, ...body } }, { call, c, note }) => {
    const verify = type === 'CORPORATE' ? corporateRootUserEmailVerify : consumerRootUserEmailVerify
    const answer = await call(verify, { body })
    if (!answer.ok) return answer
    const waiting = await entries.registrationOf(body.email, type)
    if (!waiting) return { next: 'sign-in' as const }
    const { kind, email } = waiting
    const document = { ...waiting.document, proved: true }
    // Every other browser's way in ends: whoever has the address goes on.
    await entries.endRegistration(email, document.userId)
    note({ resource: document.identityId, identity: { type, id: document.identityId } })
    const admitted = await admission.wait(c, { kind, email, document })
    if (admitted.kind !== 'entry') return unusable()
    return Response.json({ next: 'password' }, { headers: admitted.headers })
  })
}
