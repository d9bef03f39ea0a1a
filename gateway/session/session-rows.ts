import type { Insertable, Selectable } from 'kysely'
import { CredentialId, IdentityId } from '../../contract/common'
import type { Clock } from '../../sandbox/effects/clock'
import type { GatewaySessionTable } from '../../storage/schema/gateway'
import { hashOf } from './cookie'
import type { TokenCipher } from './token-cipher'

/** A session ends after five minutes without the person doing anything. */
export const IDLE_MS = 5 * 60_000

/** Who signed in, and the upstream's token for them. */
export type SignedIn = {
  token: string
  /** Chooses among the person's identities, where they have several. */
  authToken?: string | undefined
  identity: IdentityId
  identityName: string
  credentials: CredentialId
  name: string
  email: string
  steppedUp: boolean
}
/** A question to the person's phone, by the challenge's id. */
export type PhoneAsked = { id: string; until: number }
export type Session = SignedIn & {
  /** Stays the same when the cookie changes. */
  id: string
  idHash: string
  /** The token as it is stored: tells whether the session still has the token that a call was made with. */
  tokenCipher: string
  /** What the session is to be stepped up by, where the phone was asked. */
  phone: PhoneAsked | undefined
  lastUpstreamAt: number
  idleDeadline: number
}
/** A sealed token opens for its own row and its own purpose alone. */
const authOf = (sessionId: string) => `${sessionId} auth`

type Row = Selectable<GatewaySessionTable>

/** A session as its row holds it: tokens are sealed, the cookie is a hash. */
export function createSessionRows(clock: Clock, cipher: TokenCipher) {
  function fromRow(row: Selectable<GatewaySessionTable>): Session | undefined {
    const token = cipher.open(row.token_cipher, row.id)
    if (token === undefined) return undefined
    return {
      id: row.id,
      idHash: row.id_hash,
      token,
      authToken: row.auth_cipher === null ? undefined : cipher.open(row.auth_cipher, authOf(row.id)),
      tokenCipher: row.token_cipher,
      identity: IdentityId.parse({ type: row.identity_type, id: row.identity_id }),
      identityName: row.identity_name,
      credentials: CredentialId.parse({ type: row.credential_type, id: row.credential_id }),
      name: row.person_name,
      email: row.person_email,
      steppedUp: row.stepped_up === 1,
      phone: row.phone_asked === null ? undefined : { id: row.phone_asked, until: row.phone_until ?? 0 },
      lastUpstreamAt: row.last_upstream_at,
      idleDeadline: row.idle_deadline,
    }
  }

  function toRow(id: string, cookieId: string, who: SignedIn): Insertable<GatewaySessionTable> {
    const now = clock.now()
    return {
      id,
      id_hash: hashOf(cookieId),
      previous_hash: null,
      previous_until: 0,
      token_cipher: cipher.seal(who.token, id),
      auth_cipher: who.authToken === undefined ? null : cipher.seal(who.authToken, authOf(id)),
      auth_kept_at: who.authToken === undefined ? null : now,
      identity_type: who.identity.type,
      identity_id: who.identity.id,
      identity_name: who.identityName,
      credential_type: who.credentials.type,
      credential_id: who.credentials.id,
      person_name: who.name,
      person_email: who.email,
      stepped_up: who.steppedUp ? 1 : 0,
      phone_asked: null,
      phone_until: null,
      created_at: now,
      last_upstream_at: now,
      idle_deadline: now + IDLE_MS,
    }
  }

  /** The tokens sealed anew, where another key than today's has sealed them and they open. */
  function reseal(row: Row): Pick<Row, 'token_cipher' | 'auth_cipher'> | undefined {
    const token = cipher.isCurrent(row.token_cipher) ? undefined : cipher.open(row.token_cipher, row.id)
    if (token === undefined) return undefined
    const auth = row.auth_cipher === null ? undefined : cipher.open(row.auth_cipher, authOf(row.id))
    return {
      token_cipher: cipher.seal(token, row.id),
      auth_cipher: auth === undefined ? null : cipher.seal(auth, authOf(row.id)),
    }
  }

  return { fromRow, toRow, reseal }
}
