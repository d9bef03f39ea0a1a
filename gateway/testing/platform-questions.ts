import { createHmac } from 'node:crypto'
import type { CardAuthorisationRequest } from '../../contract/card-authorisation-forwarding'
import type { GatewayOptions } from '../options'

type Keys = Pick<GatewayOptions, 'apiKey' | 'webhooksKey'>
type Asks = { path: string; name: 'call-ref' | 'request-ref'; reference: string; at: number; body: string } & Keys
let counter = 1_000_000

/** A question as Weavr sends it: signed, and with the shared key. */
export function platformRequest({ path, name, reference, at, body, apiKey, webhooksKey }: Asks): Request {
  const hmac = (text: string) => createHmac('sha256', apiKey).update(text).digest('base64')
  return new Request(`http://127.0.0.1:4000/webhooks/multi${path}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      [name]: reference,
      'published-timestamp': String(at),
      signature: hmac(String(at)),
      'signature-v2': hmac(`${reference}${body}${at}`),
      'webhooks-key': webhooksKey,
    },
  })
}

/** A purchase of 25.00 euro with the card 700 of an identity. */
export function purchaseBody(
  identityId: string,
  { merchantData, ...more }: Partial<Omit<CardAuthorisationRequest, 'merchantData'>> & { merchantData?: object } = {},
) {
  const amount = { currency: 'EUR', amount: 25_00 }
  return {
    cardId: '700',
    transactionId: String(counter++),
    authorisationType: 'AUTHORISED',
    sourceAmount: amount,
    transactionAmount: amount,
    totalTransactionCost: amount,
    transactionTimestamp: 1_700_000_000_000,
    owner: { type: 'CORPORATE', id: identityId },
    ...more,
    merchantData: {
      merchantName: 'Props & Wigs',
      merchantCategoryCode: '5942',
      merchantId: '000000000000042',
      merchantCountry: 'GB',
      ...merchantData,
    },
  }
}
