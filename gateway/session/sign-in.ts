import type * as z from 'zod'
import { loginWithPassword, requestAccessToken, userIdentities } from '../../contract/access'
import type { CredentialId, IdentityId } from '../../contract/common'
import type { SignIn, SignInRefusal } from '../../contract/session'
import { refusal } from '../http/answers'
import type { CallUpstream } from '../upstream/call-upstream'
import { readAnswer } from '../upstream/read-answer'
import { readNames } from './read-names'
import type { SignedIn } from './session-table'

export type SignInResult = { ok: true; value: SignedIn } | { ok: false; response: Response }

type Login = z.infer<(typeof loginWithPassword.responses)[200]>
type Access = { token: string; identity: IdentityId; credentials: CredentialId; steppedUp: boolean }
type AccessResult = { ok: true; value: Access } | { ok: false; response: Response }

/**
 * Signs a person in upstream, up to a token that opens one identity, and reads who they are. `reached` is told every
 * operation on the way.
 */
export async function signIn(
  given: SignIn,
  callUpstream: CallUpstream,
  reached: (operation: string) => void,
): Promise<SignInResult> {
  const call: CallUpstream = (ep, args, token) => {
    reached(ep.id)
    return callUpstream(ep, args, token)
  }
  const answer = await call(loginWithPassword, { body: given })
  if (!answer.ok) return { ok: false, response: await refusedLogin(answer) }
  const login = await readAnswer(loginWithPassword.responses[200], answer)
  if (!login) return unusable()

  const access = await resolve(call, login)
  if (!access.ok) return access
  return { ok: true, value: { ...access.value, ...(await readNames(call, access.value, given.email)) } }
}

/** An AUTH token opens nothing but the list of identities and the exchange for one of them. */
async function resolve(call: CallUpstream, login: Login): Promise<AccessResult> {
  const { token, tokenType, identity: suggested, credentials } = login
  if (tokenType !== 'AUTH' && suggested && credentials) {
    return { ok: true, value: { token, identity: suggested, credentials, steppedUp: false } }
  }
  const listed = await call(userIdentities, {}, token)
  // Kinds of identity of which a person has only one do not have the list.
  const list = await readAnswer(userIdentities.responses[200], listed)
  const choices = list?.identities.map(({ id }) => id) ?? (suggested ? [suggested] : [])
  const [identity] = choices
  if (!identity) return unusable()
  if (choices.length > 1) {
    return refuse(409, 'IDENTITY_CHOICE', 'This person may act for several identities; choosing is not possible yet.')
  }
  const exchanged = await call(requestAccessToken, { body: { identity } }, token)
  if (!exchanged.ok) return { ok: false, response: await refusedLogin(exchanged) }
  const access = await readAnswer(requestAccessToken.responses[200], exchanged)
  const who = access?.credentials ?? credentials
  if (!access || !who) return unusable()
  const value = {
    token: access.token,
    identity: access.identity ?? identity,
    credentials: who,
    steppedUp: access.status === 'STEPPED_UP',
  }
  return { ok: true, value }
}

/** As the upstream's own lock is told, also while only we remember it. */
export const locked = (): Response =>
  refusal(423, 'LOCKED' satisfies SignInRefusal, 'Too many wrong passwords; the sign-in is locked for a while.')

/** What the upstream says to a wrong password and its kin, as one code each. */
async function refusedLogin(answer: Response): Promise<Response> {
  const say = (status: number, code: SignInRefusal, message: string) => refusal(status, code, message)
  switch (answer.status) {
    case 400:
      return Response.json(await answer.json().catch(() => ({})), { status: 400 })
    case 403:
      return say(403, 'CREDENTIALS_REFUSED', 'The address or the password is wrong.')
    case 404:
    case 410:
      return say(409, 'PASSWORD_TOKEN_EXPIRED', 'The password was typed too long ago.')
    case 409:
      return say(409, 'PASSWORD_EXPIRED', 'The password has expired and must be changed.')
    case 423:
      return locked()
    case 429:
      return new Response(null, { status: 429, headers: rateLimits(answer) })
    default:
      // Also 401: the upstream does not know our API key, which is not the person's fault and not theirs to repair.
      return refusal(502, 'UPSTREAM_REFUSED', 'The Multi API does not answer as it should.')
  }
}

function rateLimits(answer: Response): Headers {
  return new Headers([...answer.headers].filter(([name]) => name.startsWith('x-ratelimit-')))
}

const refuse = (status: number, code: string, message: string): { ok: false; response: Response } => ({
  ok: false,
  response: refusal(status, code, message),
})
const unusable = () => refuse(502, 'UPSTREAM_REFUSED', 'The Multi API answered a sign-in without what it takes.')
