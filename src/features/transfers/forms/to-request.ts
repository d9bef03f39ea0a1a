import type { Args } from '#contract/endpoint'
import type { transferCreate } from '#contract/transfers'
import type { ReviewStep } from '../steps'

export type TransferBody = Args<typeof transferCreate>['body']

/** The request of a reviewed transfer. The API writes the scheduled instant as text. */
export function toTransferRequest({ source, destination, payment }: ReviewStep, profileId: string): TransferBody {
  return {
    profileId,
    source: { id: source.id, type: 'managed_accounts' },
    destination: { id: destination.id, type: 'managed_accounts' },
    destinationAmount: payment.amount,
    ...(payment.description ? { description: payment.description } : {}),
    ...(payment.tag ? { tag: payment.tag } : {}),
    ...(payment.scheduledAt === undefined ? {} : { scheduledTimestamp: String(payment.scheduledAt) }),
  }
}
