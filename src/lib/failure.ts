/**
 * What the shared parts need to know about a failed call. The client's ApiError has this shape; parts stand below the
 * client and must not import it, so they look at the value.
 */
export type Failure = {
  /** HTTP status; 0 when no answer came. */
  status: number
  code: string
  /** Complaint by the wire's field name (`request.amount.currency`). */
  fields: Readonly<Record<string, string>>
  requestRef: string | undefined
  /** Seconds to wait, when the answer names them. */
  retryAfter: number | undefined
  /** Of LIMIT_EXCEEDED: the limit of the person's role. */
  limit?: { currency: string; kind: 'perPayment' | 'perDay'; allowed: number; spent: number }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The failure in an error of any origin; a mistake of the program itself is status -1. */
export const readFailure = (error: unknown): Failure => {
  if (!isRecord(error) || typeof error.status !== 'number') {
    return { status: -1, code: 'UNEXPECTED', fields: {}, requestRef: undefined, retryAfter: undefined }
  }
  const fields = isRecord(error.fields) ? Object.entries(error.fields) : []
  return {
    status: error.status,
    code: typeof error.code === 'string' ? error.code : `HTTP_${error.status}`,
    fields: Object.fromEntries(fields.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    requestRef: typeof error.requestRef === 'string' ? error.requestRef : undefined,
    retryAfter: typeof error.retryAfter === 'number' ? error.retryAfter : undefined,
    ...limitIn(error.limit),
  }
}

const limitIn = (limit: unknown): Pick<Failure, 'limit'> => {
  if (!isRecord(limit)) return {}
  const { currency, kind, allowed, spent } = limit
  if (typeof currency !== 'string' || typeof allowed !== 'number' || typeof spent !== 'number') return {}
  return kind === 'perPayment' || kind === 'perDay' ? { limit: { currency, kind, allowed, spent } } : {}
}

/** Nobody knows whether a write was carried out: no answer came, or the one that a server gives when it stumbles. */
export const isOutcomeUnknown = ({ status }: Failure): boolean => status === 0 || status >= 500

/** The person turned the call down at a gate (step-up, sign-in): there is nothing to tell them. */
export const wasTurnedDown = ({ code }: Failure): boolean =>
  code === 'STEP_UP_CANCELLED' || code === 'SIGN_IN_CANCELLED'
