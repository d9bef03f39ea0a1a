import type * as z from 'zod'
import { requestAccessToken, type TokenType, type UserIdentity, userIdentities } from '../../contract/access'
import type { CredentialId, IdentityId } from '../../contract/common'
import { consumerGet } from '../../contract/consumers'
import type { CallUpstream } from '../upstream/call-upstream'
import { readAnswer } from '../upstream/read-answer'

const Consumer = consumerGet.responses[200].pick({ id: true })

/** What opened the door: a token of the upstream, and what came with it. */
export type Opening = {
  token: string
  tokenType?: TokenType | undefined
  identity?: IdentityId | undefined
  credentials?: CredentialId | undefined
}
export type Access = {
  token: string
  /** Kept where there are several identities: switching takes it. */
  authToken?: string
  identity: IdentityId
  credentials: CredentialId
  steppedUp: boolean
}
export type Resolved =
  | { kind: 'access'; access: Access }
  | { kind: 'choice'; identities: UserIdentity[] }
  | { kind: 'refused'; answer: Response }
  | { kind: 'unusable' }

/**
 * From any token that signs a person in to one that opens an identity. An AUTH token opens nothing but the list of
 * identities and the exchange for one of them; passwords that were just set answer a token and do not say of which kind.
 */
export async function resolveToken(call: CallUpstream, opening: Opening): Promise<Resolved> {
  const { token, tokenType, identity, credentials } = opening
  if (tokenType !== undefined && tokenType !== 'AUTH' && identity && credentials) {
    return { kind: 'access', access: { token, identity, credentials, steppedUp: false } }
  }
  const identities = await choicesOf(call, opening)
  const [first] = identities
  if (!first) return { kind: 'unusable' }
  if (identities.length > 1) return { kind: 'choice', identities }
  return openIdentity(call, { token, identity: first.id, credentials })
}

/** Kinds of identity of which a person has only one do not have the list. */
async function choicesOf(call: CallUpstream, { token, identity }: Opening): Promise<UserIdentity[]> {
  const listed = await readAnswer(userIdentities.responses[200], await call(userIdentities, {}, token))
  if (listed) return listed.identities
  if (identity) return [{ id: identity, name: identity.id }]
  const consumer = await readAnswer(Consumer, await call(consumerGet, {}, token))
  return consumer ? [{ id: consumer.id, name: consumer.id.id }] : []
}

type Exchange = { token: string; identity: IdentityId; credentials?: CredentialId | undefined }

/** Exchanges a bearer token, or a phone's one-time token, for the access token of one identity. */
export async function openIdentity(
  call: CallUpstream,
  { token, identity, credentials }: Exchange,
): Promise<Extract<Resolved, { kind: 'access' | 'refused' | 'unusable' }>> {
  return exchange(await call(requestAccessToken, { body: { identity } }, token), identity, credentials)
}

/** The same on the word of a phone: nobody is signed in, and the session is stepped up. */
export async function openByPhone(
  call: CallUpstream,
  { token, identity }: { token: string; identity: IdentityId },
): Promise<Extract<Resolved, { kind: 'access' | 'refused' | 'unusable' }>> {
  return exchange(await call(requestAccessToken, { body: { identity, token } }), identity, undefined)
}

async function exchange(answer: Response, asked: IdentityId, known: CredentialId | undefined) {
  if (!answer.ok) return { kind: 'refused', answer } as const
  const read: z.output<(typeof requestAccessToken.responses)[200]> | undefined = await readAnswer(
    requestAccessToken.responses[200],
    answer,
  )
  const credentials = read?.credentials ?? known
  if (!read || !credentials) return { kind: 'unusable' } as const
  const { token, identity = asked, status } = read
  return { kind: 'access', access: { token, identity, credentials, steppedUp: status === 'STEPPED_UP' } } as const
}
