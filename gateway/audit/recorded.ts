import type { Audit, Deed } from './audit'

/** What is known only when the deed is done. */
export type Noted = { resource?: string; proposal?: string; requestRef?: string }

/** Does `work` with a line in the record, whatever comes of it. */
export async function recorded(
  audit: Audit,
  deed: Deed,
  work: (note: (more: Noted) => void) => Promise<Response>,
): Promise<Response> {
  const line = await audit.begin(deed)
  let noted: Noted = {}
  try {
    const response = await work((more) => {
      noted = { ...noted, ...more }
    })
    const code = response.ok ? undefined : await codeOf(response)
    const outcome = response.ok ? 'DONE' : response.status >= 500 ? 'FAILED' : 'REFUSED'
    await line.end({ outcome, status: response.status, ...(code !== undefined && { code }), ...noted })
    return response
  } catch (error) {
    await line.end({ outcome: 'FAILED', status: 500, ...noted })
    throw error
  }
}

/** The word of a refusal, from whichever of the error bodies it has. */
export async function codeOf(response: Response): Promise<string | undefined> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  if (typeof body !== 'object' || body === null) return undefined
  const code = 'errorCode' in body ? body.errorCode : 'code' in body ? body.code : undefined
  return typeof code === 'string' ? code : undefined
}
