import type { Consumer, consumerKycGet } from '../../../contract/consumers'
import { KyiStatus } from '../../../contract/corporates'
import type { Res } from '../../../contract/endpoint'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { checksOf } from '../identities/checks'
import { type CredentialRow, findIdentity, type IdentityRow, identityId } from '../identities/credentials'
import { rootOf } from '../identities/find-identity'
import { rootUserView } from '../identities/root-user-view'
import { consumerDocument } from './consumer-document'

/** A consumer as the API answers it. */
export function consumerView(identity: IdentityRow, root: CredentialRow): Consumer {
  const { person, ...document } = consumerDocument(identity)
  return {
    id: identityId(identity),
    ...document,
    rootUser: { ...rootUserView(identity, root), ...person },
    creationTimestamp: identity.created_at,
  }
}

/** The consumer of the session; a company has none. Mirrors `consumerGet`. */
export async function readConsumer(ctx: ActorCtx): Promise<Outcome<Consumer, 'INSUFFICIENT_PERMISSIONS'>> {
  const identity = await findIdentity(ctx, ctx.actor.identityId)
  if (identity?.type !== 'CONSUMER') return refuse('INSUFFICIENT_PERMISSIONS')
  return done(consumerView(identity, await rootOf(ctx, identity.id)))
}

/** How the check of the consumer stands, and at which level. Mirrors `consumerKycGet`. */
export async function readKyc(ctx: ActorCtx): Promise<Outcome<Res<typeof consumerKycGet>, 'INSUFFICIENT_PERMISSIONS'>> {
  const identity = await findIdentity(ctx, ctx.actor.identityId)
  if (identity?.type !== 'CONSUMER') return refuse('INSUFFICIENT_PERMISSIONS')
  const { ongoing, kycLevel, ongoingKycLevel } = checksOf(identity)
  return done({
    fullDueDiligence: KyiStatus.parse(identity.kyi_status),
    ongoingFullDueDiligence: ongoing,
    ...(kycLevel && { kycLevel }),
    ...(ongoingKycLevel && { ongoingKycLevel }),
  })
}
