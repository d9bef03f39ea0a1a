import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod'
import { ApiError, readJson, toApiError } from './client/api-error'

/** What waits on a phone that the embedded sandbox plays. */
const Waiting = z.object({
  challengeId: z.string(),
  purpose: z.string(),
  email: z.string(),
  channel: z.string().optional(),
  expiresAt: z.int().optional(),
})
const Phones = z.object({ phones: z.array(Waiting) })
export type WaitingOnPhone = z.infer<typeof Waiting>

/** The control plane of the sandbox in this process: it exists beside the embedded sandbox only. */
async function control(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
  const init: RequestInit = { method, headers: { accept: 'application/json' } }
  if (body !== undefined) {
    init.headers = { accept: 'application/json', 'content-type': 'application/json' }
    init.body = JSON.stringify(body)
  }
  const response = await fetch(`/__sandbox${path}`, init).catch(() => {
    throw new ApiError(0, 'NETWORK')
  })
  const json = await readJson(response)
  if (!response.ok) throw toApiError(response, json)
  return json
}

export const sandboxPhoneQueries = {
  /** What waits on all phones of the sandbox, asked for again and again: nobody tells when something comes. */
  waiting: () =>
    queryOptions({
      queryKey: ['sandbox-phones'],
      queryFn: async () => Phones.parse(await control('GET', '/phones')).phones,
      refetchInterval: 2000,
      staleTime: 0,
    }),
}

/** The person presses a button on the phone. */
export const answerOnPhone = (challengeId: string, answer: 'APPROVE' | 'DECLINE'): Promise<unknown> =>
  control('POST', `/phones/${challengeId}`, { answer })
