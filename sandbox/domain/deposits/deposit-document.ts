import type { Selectable } from 'kysely'
import * as z from 'zod'
import { PaymentNetwork } from '../../../contract/incoming-wire-transfers'
import { AccountReference } from '../../../contract/linked-accounts'
import type { SandboxDepositTable } from '../../../storage/schema/money'

export type DepositRow = Selectable<SandboxDepositTable>

/** What is kept of money that came in besides its columns; a deposit that nobody told more of has nothing. */
export const DepositDocument = z.object({
  network: PaymentNetwork.optional(),
  /** The account that it came from. */
  sender: AccountReference.optional(),
  /** It came as a real transfer does, so that its sender may be or become a linked account. */
  links: z.literal(true).optional(),
})
export type DepositDocument = z.infer<typeof DepositDocument>

export const documentOf = (row: Pick<DepositRow, 'document'>): DepositDocument =>
  DepositDocument.parse(JSON.parse(row.document))

/** By which network money of a currency comes, where nobody says. */
export function networkOf(currency: string, { network }: DepositDocument): PaymentNetwork {
  return network ?? (currency === 'EUR' ? 'SEPA' : currency === 'GBP' ? 'FASTER_PAYMENTS' : 'SWIFT')
}
