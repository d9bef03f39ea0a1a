import type { requestAccessToken as endpoint } from '../../../contract/access'
import type { Req, Res } from '../../../contract/endpoint'
import type { Keys } from '../../keys'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { credentialsId, findCredential, findIdentity, identityId, loginsOf } from '../identities/credentials'
import { issueToken } from './tokens'

type Refusal = 'NOT_FOUND' | 'FORBIDDEN' | 'UNAUTHORIZED' | 'LOCKED'

/**
 * Chooses an identity: answers a token that opens it. One-time tokens of phones and assertions of delegated clients do
 * not exist here and are refused. Mirrors `requestAccessToken`.
 */
export async function requestAccessToken(
  ctx: ActorCtx,
  keys: Keys,
  { identity, token, clientAssertion }: Req<typeof endpoint>['body'],
): Promise<Outcome<Res<typeof endpoint>, Refusal>> {
  if (token !== undefined || clientAssertion !== undefined) return refuse('FORBIDDEN')
  const me = await findCredential(ctx, ctx.actor.credentialId)
  if (!me) return refuse('UNAUTHORIZED')
  if (me.locked_until > ctx.now()) return refuse('LOCKED')
  const login = (await loginsOf(ctx, me.email)).find((each) => each.active && each.identity_id === identity.id)
  const found = login && (await findIdentity(ctx, login.identity_id))
  if (!login || !found) return refuse('NOT_FOUND')
  if (found.type !== identity.type) return refuse('UNAUTHORIZED')
  const { steppedUp } = ctx.actor
  const issued = await issueToken(ctx, keys, {
    credentialId: login.id,
    identityId: found.id,
    kind: 'ACCESS',
    steppedUp,
  })
  const status = steppedUp ? ('STEPPED_UP' as const) : ('STANDARD' as const)
  return done({ token: issued, identity: identityId(found), credentials: credentialsId(login), status })
}
