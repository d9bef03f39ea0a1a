import type * as z from 'zod'
import type { BadRequest, Coded, Described } from '#contract/errors'

type ErrorBody = Partial<z.infer<typeof BadRequest> & z.infer<typeof Coded> & z.infer<typeof Described>>

/** A limit of the person's role, and what of it was used already. */
export type OverLimit = { currency: string; kind: 'perPayment' | 'perDay'; allowed: number; spent: number }

/** What every failed call throws, whichever of the vendor's error bodies (or none) came back. */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    /** The documented code, or one of ours: NETWORK, STEP_UP_CANCELLED, SIGN_IN_CANCELLED, INVALID_REQUEST, HTTP_<status>. */
    readonly code: string,
    /** Complaint per field, named as the wire names it (`request.amount.currency`). */
    readonly fields: Readonly<Record<string, string>> = {},
    /** What support needs to find the request. */
    readonly requestRef: string | undefined = undefined,
    /** Seconds to wait, when the answer names them. */
    readonly retryAfter: number | undefined = undefined,
    /** Of AWAITS_APPROVAL: the proposal that the payment became. */
    readonly proposalId: string | undefined = undefined,
    /** Of LIMIT_EXCEEDED: which limit of the person it was. */
    readonly limit: OverLimit | undefined = undefined,
  ) {
    super(`${status} ${code}`)
  }
}

const codeLike = /^[A-Z][A-Z0-9_]+$/

/** The vendor has three error bodies and sometimes none at all; past this line there is one. */
export function toApiError(response: Response, json: unknown): ApiError {
  const body: ErrorBody = typeof json === 'object' && json !== null ? json : {}
  const complaints = body.syntaxErrors?.invalidFields ?? []
  const fields = Object.fromEntries(complaints.map(({ fieldName, error }) => [fieldName, error]))
  // The document puts STEP_UP_REQUIRED into `errorCode`; the vendor's own page reads it from `message`. Take either.
  const spoken = codeLike.test(body.message ?? '') ? body.message : undefined
  const code = body.errorCode ?? body.code ?? spoken ?? (response.status === 400 ? 'INVALID_REQUEST' : undefined)
  return new ApiError(
    response.status,
    code ?? `HTTP_${response.status}`,
    fields,
    response.headers.get('request-ref') ?? undefined,
    seconds(response.headers.get('retry-after') ?? response.headers.get('x-ratelimit-reset')),
    undefined,
    limitOf(body),
  )
}

/** 202: nothing was sent. Another person decides, and what was asked for is not done until they have. */
export function awaitsApproval(response: Response, json: unknown): ApiError {
  const proposalId = isRecord(json) && typeof json.proposalId === 'string' ? json.proposalId : undefined
  const requestRef = response.headers.get('request-ref') ?? undefined
  return new ApiError(202, 'AWAITS_APPROVAL', {}, requestRef, undefined, proposalId)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function limitOf(body: unknown): OverLimit | undefined {
  if (!isRecord(body) || !isRecord(body.limit)) return undefined
  const { currency, kind, allowed, spent } = body.limit
  if (typeof currency !== 'string' || typeof allowed !== 'number' || typeof spent !== 'number') return undefined
  return kind === 'perPayment' || kind === 'perDay' ? { currency, kind, allowed, spent } : undefined
}

function seconds(text: string | null): number | undefined {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined
}

/** The body as JSON; `undefined` for none. Text that is no JSON came from something in between, not from the API. */
export async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return { code: 'UNREADABLE' }
  }
}
