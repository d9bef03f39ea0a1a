import type * as z from 'zod'
import type { Section } from './endpoint'

/** One kind of message that Weavr sends to the platform, described once: the sandbox sends it, the gateway receives it. */
export type Webhook = {
  /** The vendor's name of it. */
  id: string
  section: Section
  summary: string
  /** Appended to the address that the platform gave. */
  path: `/${string}`
  payload: z.ZodType
  /** The header that names the delivery; a repeated one is dropped by it. */
  reference: 'call-ref' | 'request-ref'
  /**
   * How the receiver knows that Weavr sent it. `signature-v2`: base64 of HMAC-SHA256 with the API key over reference,
   * raw body and `published-timestamp`, one after another. `webhooks-key`: the shared key in the header of that name.
   */
  verify: 'signature-v2' | 'webhooks-key'
}

/** Declares a webhook and keeps its literal types. */
export const webhook = <const W extends Webhook>(definition: W): W => definition

export type Payload<W extends Webhook> = z.output<W['payload']>
