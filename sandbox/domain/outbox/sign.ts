import { createHmac } from 'node:crypto'
import type { Webhook } from '../../../contract/webhook'

/** What the platform knows of us: it checks signatures by the one and compares the other. */
export type SigningKeys = { apiKey: string; webhooksKey: string }

/** What is signed. `reference` names the delivery, `at` is its `published-timestamp`, `body` the raw text. */
export type Signed = { reference: string; at: number; body: string }

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text, 'utf8').digest('base64')

/** The older signature, which covers the timestamp alone: base64 of HMAC-SHA256. */
export const signature = (apiKey: string, at: number): string => hmac(apiKey, String(at))

/** Base64 of HMAC-SHA256 over reference, raw body and timestamp, one after another with nothing between. */
export const signatureV2 = (apiKey: string, { reference, body, at }: Signed): string =>
  hmac(apiKey, `${reference}${body}${at}`)

/** The headers of a webhook, by which the platform knows who sent it. */
export function webhookHeaders(
  hook: Pick<Webhook, 'reference' | 'verify'>,
  { apiKey, webhooksKey }: SigningKeys,
  message: Signed,
): Record<string, string> {
  const named = { [hook.reference]: message.reference, 'published-timestamp': String(message.at) }
  if (hook.verify === 'webhooks-key') return { ...named, 'webhooks-key': webhooksKey }
  return { ...named, signature: signature(apiKey, message.at), 'signature-v2': signatureV2(apiKey, message) }
}

/** The headers of a question to the platform (whether a payment may pass): a webhook's, and the shared key as well. */
export function forwardingHeaders(
  reference: Webhook['reference'],
  keys: SigningKeys,
  message: Signed,
): Record<string, string> {
  const signed = webhookHeaders({ reference, verify: 'signature-v2' }, keys, message)
  return { ...signed, 'webhooks-key': keys.webhooksKey }
}
