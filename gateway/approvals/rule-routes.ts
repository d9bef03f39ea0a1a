import type { Hono } from 'hono'
import {
  approvalRuleCreate,
  approvalRuleDelete,
  approvalRulesGet,
  approvalRuleUpdate,
  approvalSettingsUpdate,
} from '../../contract/console/approval-rules'
import { readPeople } from '../access/people'
import { type Caller, serve } from '../console/serve'
import { coded, refusal } from '../http/answers'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'

const notFound = () => refusal(404, 'NOT_FOUND', 'There is no such rule.')

/** When payments need a second person. A change holds for payments that are made after it. */
export function approvalRuleRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { rules } = parts.approvals

  serve(app, parts, approvalRulesGet, async (_, caller) => {
    const { id } = caller.session.identity
    const settings = { expiryHours: await rules.expiryHours(id) }
    return { rules: await rules.rules(id), settings, otherApprover: await otherApprover(parts, caller) }
  })

  serve(app, parts, approvalRuleCreate, async ({ body }, { session, note }) => {
    const made = await rules.create(session.identity.id, body, session.name)
    if (!made.ok) return made.code === 'NOT_FOUND' ? notFound() : coded(409, made.code)
    note({ resource: made.rule.id })
    return made.rule
  })

  serve(app, parts, approvalRuleUpdate, async ({ params, body: { seen, ...input } }, { session }) => {
    const made = await rules.update(session.identity.id, params.id, seen, input, session.name)
    if (!made.ok) return made.code === 'NOT_FOUND' ? notFound() : coded(409, made.code)
    return made.rule
  })

  serve(app, parts, approvalRuleDelete, async ({ params }, { session }) =>
    (await rules.remove(session.identity.id, params.id)) ? undefined : notFound(),
  )

  serve(app, parts, approvalSettingsUpdate, async ({ body }, { session }) => {
    await rules.setExpiryHours(session.identity.id, body.expiryHours)
    return body
  })
}

/** The root user decides always; of the others their role says it. What cannot be read now is no reason to warn. */
async function otherApprover(parts: GatewayParts, { session }: Caller): Promise<boolean> {
  const people = await readPeople(parts, session)
  if (people instanceof Response) return true
  for (const { type, id, active } of people) {
    if (!active || id === session.credentials.id) continue
    const access = await parts.access.of({ identity: session.identity, credentials: { type, id } })
    if (access.permissions.has('proposals.decide')) return true
  }
  return false
}
