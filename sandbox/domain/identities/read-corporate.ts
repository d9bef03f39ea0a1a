import type { corporateGet, corporateKybGet } from '../../../contract/corporates'
import { KyiStatus } from '../../../contract/corporates'
import type { Res } from '../../../contract/endpoint'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { CorporateDocument } from './corporate-document'
import { credentialDocument, mobileOf } from './credential-document'
import { findIdentity, identityId } from './credentials'

/** The corporate of the session, with its root user; nothing for a consumer. Mirrors `corporateGet`. */
export async function readCorporate(ctx: ActorCtx): Promise<Outcome<Res<typeof corporateGet>, 'NOT_FOUND'>> {
  const identity = await findIdentity(ctx, ctx.actor.identityId)
  const root = await ctx.tx
    .selectFrom('sandbox_credential')
    .selectAll()
    .where('identity_id', '=', ctx.actor.identityId)
    .where('type', '=', 'ROOT')
    .executeTakeFirst()
  const mobile = root && mobileOf(root)
  if (identity?.type !== 'CORPORATE' || !root || !mobile) return refuse('NOT_FOUND')
  const { ongoingKybStatus: _, ...document } = CorporateDocument.parse(JSON.parse(identity.document))
  const { companyPosition, mobileNumberVerified, dateOfBirth, tag } = credentialDocument(root)
  return done({
    id: identityId(identity),
    ...document,
    rootUser: {
      // The vendor writes the root user's id as an identity's; the number is the login's.
      id: { type: identity.type, id: root.id },
      name: root.name,
      surname: root.surname,
      email: root.email,
      mobile,
      companyPosition: companyPosition ?? 'AUTHORISED_REPRESENTATIVE',
      active: root.active === 1,
      emailVerified: root.email_verified === 1,
      mobileNumberVerified,
      ...(dateOfBirth && { dateOfBirth }),
      ...(tag && { tag }),
    },
    creationTimestamp: identity.created_at,
  })
}

/** How the check of the company stands. Mirrors `corporateKybGet`. */
export async function readKyb(ctx: ActorCtx): Promise<Outcome<Res<typeof corporateKybGet>, 'NOT_FOUND'>> {
  const identity = await findIdentity(ctx, ctx.actor.identityId)
  if (identity?.type !== 'CORPORATE') return refuse('NOT_FOUND')
  const { ongoingKybStatus } = CorporateDocument.parse(JSON.parse(identity.document))
  return done({ kybStatus: KyiStatus.parse(identity.kyi_status), ongoingKybStatus })
}
