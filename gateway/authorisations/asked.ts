import { createHash } from 'node:crypto'
import type { CardAuthorisationRequest } from '../../contract/card-authorisation-forwarding'
import type { AuthorisationKind } from '../../contract/console/authorisation-rules'
import type { IncomingWireQuestion } from '../../contract/incoming-wire-transfers'
import type { AccountReference } from '../../contract/linked-accounts'

/** What rules look at: one form for both kinds of requests, new ones and those of the past. */
export type Asked = {
  kind: AuthorisationKind
  credit: boolean
  currency: string
  amount: number
  /** The card, or the account that the money is to come in on. */
  instrumentId: string
  cardholder?: string
  cardUserId?: string
  /** The merchant's or the sender's name, and its id or account number. */
  party: string
  partyId?: string
  category?: string
  country?: string
  /** By the console's clock. */
  at: number
}

/** A question of the platform. */
export type Question = {
  identityId: string
  reference: string
  digest: string
  transactionId: string
  asked: Omit<Asked, 'at'>
  /** What is kept of it, as JSON text. */
  document: string
}

type Named = { reference: string; bytes: Uint8Array }
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url')

/** A purchase as rules see it. What is compared is the amount in the card's currency, without what an exchange costs. */
export function cardQuestion(body: CardAuthorisationRequest, { reference, bytes }: Named): Question {
  const { merchantName, merchantId, merchantCategoryCode, merchantCountry } = body.merchantData
  return {
    identityId: body.owner.id,
    reference,
    digest: digestOf(bytes),
    transactionId: body.transactionId,
    asked: {
      kind: 'CARD',
      credit: body.authorisationType === 'AUTHORISED_CREDIT',
      ...body.transactionAmount,
      instrumentId: body.cardId,
      party: merchantName,
      partyId: merchantId,
      category: merchantCategoryCode,
      ...(merchantCountry !== undefined && { country: merchantCountry }),
    },
    document: JSON.stringify(body),
  }
}

/** Money that wants to come in, as rules see it. The papers of the company that the question encloses are not kept. */
export function wireQuestion(body: IncomingWireQuestion, { reference, bytes }: Named): Question {
  const { source, destination, id, amount, timestamp } = body
  const sender = source.instrument.instrument
  const account = sender.accountReference && numberOf(sender.accountReference)
  return {
    identityId: ownerOf(body),
    reference,
    digest: digestOf(bytes),
    transactionId: id,
    asked: {
      kind: 'WIRE',
      credit: false,
      ...amount,
      instrumentId: destination.instrument.instrument.id,
      party: sender.name ?? '',
      ...(account !== undefined && { partyId: account }),
    },
    document: JSON.stringify({
      id,
      source: {
        type: source.instrument.type,
        name: sender.name,
        accountReference: sender.accountReference,
        reference: source.instrument.reference,
      },
      destination: { type: destination.instrument.type, id: destination.instrument.instrument.id },
      amount,
      timestamp,
    }),
  }
}

const ownerOf = ({ destination: { owner } }: IncomingWireQuestion): string => owner.owner.id.id

function numberOf(reference: AccountReference): string {
  if ('iban' in reference) return reference.iban
  return 'sortCode' in reference ? `${reference.sortCode} ${reference.accountNumber}` : reference.accountDescriptor
}
