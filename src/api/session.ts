import type { SessionClock, SessionView, SignIn } from '#contract/session'
import { ApiError, readJson, toApiError } from './client/api-error'
import { sessionClock } from './session-clock'

/**
 * The gateway's own resource, by plain fetch: the sign-in page must stay small, so nothing here needs zod. The answers
 * come from the server that served the page, in the same release.
 */
async function request(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
  const headers: Record<string, string> = { accept: 'application/json', 'x-requested-with': 'multi-console' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' }
  if (body !== undefined) init.body = JSON.stringify(body)
  const response = await fetch(`/api/session${path}`, init).catch(() => {
    throw new ApiError(0, 'NETWORK')
  })
  const json = await readJson(response)
  if (!response.ok) throw toApiError(response, json)
  return json
}

/** Every answer tells how long the session lasts, and is only right at the moment it comes. */
function noted<A extends SessionClock>(answer: A): A {
  sessionClock.note(answer)
  return answer
}

/** Who is signed in; an ApiError with status 401 when nobody is. */
export const fetchSession = async () => noted((await request('GET', '')) as SessionView)

/** Signs in with the token that the secure field gave for the password. */
export const signIn = async (body: SignIn) => noted((await request('POST', '', body)) as SessionView)

/** Ends this session; `everywhere` also all others of the same person. */
export const signOut = async ({ everywhere }: { everywhere: boolean }): Promise<void> => {
  await request('DELETE', everywhere ? '?everywhere' : '')
}

/** Says that the person is still there. */
export const touchSession = async () => noted((await request('POST', '/activity')) as SessionClock)
