import type { IdentityId } from '../../contract/common'
import type { Actor } from '../domain/context'

/** The root user of an identity, as an actor of verbs: signed in and stepped up. */
export const rootActor = (identity: IdentityId, rootUserId: string): Actor => ({
  credentialId: rootUserId,
  credentialType: 'ROOT',
  identityId: identity.id,
  identityType: identity.type,
  tokenId: '',
  tokenKind: 'ACCESS',
  steppedUp: true,
})
