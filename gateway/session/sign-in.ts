import { loginWithPassword } from '../../contract/access'
import type { SignIn, SignInRefusal } from '../../contract/session'
import { refusal } from '../http/answers'
import type { CallUpstream } from '../upstream/call-upstream'
import { readAnswer } from '../upstream/read-answer'
import type { Opening } from './resolve-token'

export type SignInResult =
  | { ok: true; opening: Opening }
  /** The password was right and is too old; the token changes it and does nothing else. */
  | { ok: false; expired: string; response: Response }
  | { ok: false; expired?: undefined; response: Response }

/** Asks the upstream whether the password is right. Mirrors `loginWithPassword`. */
export async function signIn(given: SignIn, callUpstream: CallUpstream): Promise<SignInResult> {
  const answer = await callUpstream(loginWithPassword, { body: given })
  if (!answer.ok) return refusedLogin(answer)
  const opening = await readAnswer(loginWithPassword.responses[200], answer)
  if (!opening) return { ok: false, response: unusable() }
  // Programmes that know no kinds of token say none.
  return { ok: true, opening: { ...opening, tokenType: opening.tokenType ?? 'NO_TYPE' } }
}

/** As the upstream's own lock is told, also while only we remember it; `retry-after` says when it opens. */
export function locked(opensInS?: number): Response {
  const response = refusal(
    423,
    'LOCKED' satisfies SignInRefusal,
    'Too many wrong passwords; the sign-in is locked for a while.',
  )
  if (opensInS !== undefined) response.headers.set('retry-after', String(opensInS))
  return response
}

/** What the upstream says to a wrong password and its kin, as one code each. */
async function refusedLogin(answer: Response): Promise<SignInResult> {
  if (answer.status === 409) {
    const body = loginWithPassword.conflict.safeParse(await answer.json().catch(() => undefined))
    const response = say(409, 'PASSWORD_EXPIRED', 'The password has expired and must be changed.')
    return body.success ? { ok: false, expired: body.data.token, response } : { ok: false, response: unusable() }
  }
  return { ok: false, response: await refusedToken(answer) }
}

/** The same for every answer that was to be a session. */
export async function refusedToken(answer: Response): Promise<Response> {
  switch (answer.status) {
    case 400:
      return Response.json(await answer.json().catch(() => ({})), { status: 400 })
    case 403:
      return say(403, 'CREDENTIALS_REFUSED', 'The address or the password is wrong.')
    case 404:
    case 410:
      return say(409, 'PASSWORD_TOKEN_EXPIRED', 'The password was typed too long ago.')
    case 423:
      return locked()
    case 429:
      return new Response(null, { status: 429, headers: rateLimits(answer) })
    default:
      // Also 401: the upstream does not know our API key, which is not the person's fault and not theirs to repair.
      return refusal(502, 'UPSTREAM_REFUSED', 'The Multi API does not answer as it should.')
  }
}

const say = (status: number, code: SignInRefusal, message: string) => refusal(status, code, message)

function rateLimits(answer: Response): Headers {
  return new Headers([...answer.headers].filter(([name]) => name.startsWith('x-ratelimit-')))
}

export const unusable = (): Response =>
  refusal(502, 'UPSTREAM_REFUSED', 'The Multi API answered a sign-in without what it takes.')
