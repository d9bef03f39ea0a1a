import type { Endpoint } from '../../contract/endpoint'
import { findActor, readToken, touchToken } from '../domain/access/tokens'
import type { Actor, CommonRefusal } from '../domain/context'
import { sameSecret } from '../keys'
import type { Sandbox } from '../sandbox'

/** Who makes a call: the programme alone (API key), or a person through it. */
export type Caller = { kind: 'key' } | { kind: 'person'; actor: Actor }

type AuthRefusal = CommonRefusal | 'API_KEY_REQUIRED' | 'ACCESS_TOKEN_REQUIRED' | 'INSUFFICIENT_PERMISSIONS'
type Authenticated = { ok: true; value: Caller } | { ok: false; refusal: AuthRefusal }

const BEFORE_IDENTITY = new Set(['userIdentities', 'requestAccessToken', 'logout'])

/** Checks the API key and, where the operation wants one, the bearer token; every call made with a token keeps it alive. */
export async function authenticate(sandbox: Sandbox, headers: Headers, ep: Endpoint): Promise<Authenticated> {
  const key = headers.get('api-key')
  if (!key) return { ok: false, refusal: 'API_KEY_REQUIRED' }
  if (!sameSecret(key, sandbox.apiKey)) return { ok: false, refusal: 'UNAUTHORIZED' }
  if (ep.auth === 'key') return { ok: true, value: { kind: 'key' } }

  if (ep.tokenOptional && !headers.get('authorization')) return { ok: true, value: { kind: 'key' } }
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  const tokenId = bearer && (await readToken(sandbox.keys, bearer))
  const found = tokenId ? await findActor(sandbox.store, tokenId, sandbox.clock.now()) : undefined
  if (!found) return { ok: false, refusal: 'UNAUTHORIZED' }
  await touchToken(sandbox.store, found, sandbox.clock.now())
  if (opens(found.actor.tokenKind, ep)) return { ok: true, value: { kind: 'person', actor: found.actor } }
  const listsIt = ep.errors?.[403]?.includes('ACCESS_TOKEN_REQUIRED')
  return { ok: false, refusal: listsIt ? 'ACCESS_TOKEN_REQUIRED' : 'INSUFFICIENT_PERMISSIONS' }
}

function opens(kind: Actor['tokenKind'], ep: Endpoint): boolean {
  switch (kind) {
    case 'ACCESS':
      return true
    case 'AUTH':
      return BEFORE_IDENTITY.has(ep.id)
    case 'PASSWORD_EXPIRED':
      return ep.id === 'passwordUpdate'
    case 'ONE_TIME':
      return false
    default: {
      const never: never = kind
      return never
    }
  }
}
