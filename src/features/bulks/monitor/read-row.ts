import * as z from 'zod/mini'
import type { BulkProcessOperation } from '#contract/bulks'

/** What a row's payload says of a transfer; a payload of another kind, or none, says nothing. */
const order = z.object({
  source: z.object({ id: z.string() }),
  destination: z.object({ id: z.string() }),
  destinationAmount: z.object({ currency: z.string(), amount: z.int() }),
  description: z.optional(z.string()),
})
const outcome = z.object({ id: z.string(), state: z.string() })

export type ReadRow = {
  order: z.infer<typeof order> | undefined
  /** The transfer that the row made. */
  transfer: z.infer<typeof outcome> | undefined
}

/** Payloads are JSON text written by a server: read with care, never trusted to have a form. */
export function readRow({ requestPayload, responsePayload, status }: BulkProcessOperation): ReadRow {
  const made = status === 'COMPLETED' ? outcome.safeParse(parsed(responsePayload)) : undefined
  const asked = order.safeParse(parsed(requestPayload))
  return { order: asked.success ? asked.data : undefined, transfer: made?.success ? made.data : undefined }
}

function parsed(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '')
  } catch {
    return undefined
  }
}

/** The payload with line breaks; what is no JSON is shown as it came. */
export function prettyPayload(payload: string): string {
  const value = parsed(payload)
  return value === undefined ? payload : JSON.stringify(value, null, 2)
}
