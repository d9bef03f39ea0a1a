import type { Hono } from 'hono'
import { roleRoutes } from '../access/role-routes'
import { proposalRoutes } from '../approvals/proposal-routes'
import { approvalRuleRoutes } from '../approvals/rule-routes'
import { auditRoutes } from '../audit/audit-routes'
import { authorisationsRoutes } from '../authorisations/console-authorisations'
import { entryRoutes } from '../entry/entry-routes'
import { invitationRoutes } from '../entry/invitation-routes'
import { ownSessionRoutes } from '../entry/own-session-routes'
import { passwordRoutes } from '../entry/password-routes'
import { registrationRoutes } from '../entry/registration-routes'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { stepUpByPhoneRoute } from '../session/step-up-by-phone'
import { eventRoutes } from '../webhooks/event-routes'

/** All resources of the console's own, one line each. */
export function consoleRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  roleRoutes(app, parts)
  approvalRuleRoutes(app, parts)
  proposalRoutes(app, parts)
  auditRoutes(app, parts)
  authorisationsRoutes(app, parts)
  eventRoutes(app, parts)
  entryRoutes(app, parts)
  passwordRoutes(app, parts)
  registrationRoutes(app, parts)
  invitationRoutes(app, parts)
  ownSessionRoutes(app, parts)
  stepUpByPhoneRoute(app, parts)
}
