import type { Corporate, corporateKybGet } from '../../../contract/corporates'
import { KyiStatus } from '../../../contract/corporates'
import type { Res } from '../../../contract/endpoint'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { checksOf } from './checks'
import { corporateDocument } from './corporate-document'
import { credentialDocument } from './credential-document'
import { type CredentialRow, findIdentity, type IdentityRow, identityId } from './credentials'
import { rootOf } from './find-identity'
import { rootUserView } from './root-user-view'

/** A corporate as the API answers it. */
export function corporateView(identity: IdentityRow, root: CredentialRow): Corporate {
  return {
    id: identityId(identity),
    ...corporateDocument(identity),
    rootUser: {
      ...rootUserView(identity, root),
      companyPosition: credentialDocument(root).companyPosition ?? 'AUTHORISED_REPRESENTATIVE',
    },
    creationTimestamp: identity.created_at,
  }
}

/** The corporate of the session, with its root user; a consumer has none. Mirrors `corporateGet`. */
export async function readCorporate(ctx: ActorCtx): Promise<Outcome<Corporate, 'INSUFFICIENT_PERMISSIONS'>> {
  const identity = await findIdentity(ctx, ctx.actor.identityId)
  if (identity?.type !== 'CORPORATE') return refuse('INSUFFICIENT_PERMISSIONS')
  return done(corporateView(identity, await rootOf(ctx, identity.id)))
}

/** How the check of the company stands. Mirrors `corporateKybGet`. */
export async function readKyb(
  ctx: ActorCtx,
): Promise<Outcome<Res<typeof corporateKybGet>, 'INSUFFICIENT_PERMISSIONS'>> {
  const identity = await findIdentity(ctx, ctx.actor.identityId)
  if (identity?.type !== 'CORPORATE') return refuse('INSUFFICIENT_PERMISSIONS')
  return done({ kybStatus: KyiStatus.parse(identity.kyi_status), ongoingKybStatus: checksOf(identity).ongoing })
}
