import type { Hono } from 'hono'
import { invitationAccept } from '../../contract/console/entry'
import { invitationsGet } from '../../contract/console/invitations'
import { userInviteConsume } from '../../contract/user-invites'
import { serve } from '../console/serve'
import { serveOpen } from '../console/serve-open'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import type { Admitted } from '../session/admission'
import { unusable } from '../session/sign-in'
import { readAnswer } from '../upstream/read-answer'
import { createBulkInvitations } from './bulk-invitations'
import { outcome } from './outcome'

/** Invitations: who has one, and the way in with one. */
export function invitationRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { admission, invitations, hub, log } = parts

  const inBulks = createBulkInvitations(parts)
  serve(app, parts, invitationsGet, async (_, { session }) => {
    await inBulks.learn(session)
    return { invitations: await invitations.of(session.identity.id) }
  })

  const byUser = {
    kind: 'code-verify',
    meant: ({ params }: { params: { user_id: string } }) => ({ userId: params.user_id }),
  } as const
  serveOpen(app, parts, invitationAccept, byUser, async ({ params, body }, { c, call, idempotencyRef, note }) => {
    const answer = await call(userInviteConsume, { params, body, idempotencyRef: idempotencyRef ?? '' })
    if (!answer.ok) return answer
    const set = await readAnswer(userInviteConsume.responses[200], answer)
    note({ resource: params.user_id })
    if (set?.token === undefined) return unusable()
    const opening = { token: set.token, credentials: { type: 'USER', id: params.user_id } } as const
    const admitted = await admission.admit(c, call, opening, '')
    await tell(params.user_id, admitted)
    return outcome(admitted, note)
  })

  /** Who looks at the company's people sees it happen. It is done, whoever hears of it. */
  async function tell(id: string, admitted: Admitted): Promise<void> {
    const told = { type: 'changed', section: 'authorised-users', operation: invitationAccept.id, id } as const
    for (const identityId of await invitations.accepted(id, identitiesOf(admitted))) {
      await hub
        .publish(identityId, told)
        .catch((error: unknown) => log.error({ err: error }, 'telling of an accepted invitation failed'))
    }
  }
}

function identitiesOf(admitted: Admitted): string[] {
  if (admitted.kind === 'session') return [admitted.session.identity.id]
  if (admitted.kind === 'entry' && admitted.view.kind === 'choice')
    return admitted.view.identities.map(({ id }) => id.id)
  return []
}
