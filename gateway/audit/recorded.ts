import type { Audit, Deed, Outcome } from './audit'

/** What is known only when the deed is done. */
export type Noted = Pick<Outcome, 'resource' | 'proposal' | 'requestRef' | 'session' | 'identity'>

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
    const made = response.ok && deed.resource === undefined ? await idIn(response) : undefined
    const outcome = response.ok ? 'DONE' : response.status >= 500 ? 'FAILED' : 'REFUSED'
    await line.end({
      outcome,
      status: response.status,
      ...(code !== undefined && { code }),
      ...(made !== undefined && { resource: made }),
      ...noted,
    })
    return response
  } catch (error) {
    await line.end({ outcome: 'FAILED', status: 500, ...noted })
    throw error
  }
}

/** The id of what was made, where the answer has one. */
async function idIn(response: Response): Promise<string | undefined> {
  if (!response.headers.get('content-type')?.includes('json')) return undefined
  const body = await bodyOf(response)
  const id = 'bulkId' in body ? body.bulkId : 'id' in body ? body.id : undefined
  return typeof id === 'string' && /^[\w-]{1,40}$/.test(id) ? id : undefined
}

/** The word of a refusal, from whichever of the error bodies it has. */
export async function codeOf(response: Response): Promise<string | undefined> {
  const body = await bodyOf(response)
  const code = 'errorCode' in body ? body.errorCode : 'code' in body ? body.code : undefined
  return typeof code === 'string' ? code : undefined
}

async function bodyOf(response: Response): Promise<object> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  return typeof body === 'object' && body !== null ? body : {}
}
