import type { AccountReference } from '../../../contract/linked-accounts'
import type { Ctx } from '../context'
import { linkBySender, takeVerificationTransfer } from '../linked-accounts/incoming'
import { type DepositRow, documentOf } from './deposit-document'

/** A transfer that arrived may prove who holds the account that it came from, or be the first from there. */
export async function takeLink(ctx: Ctx, row: DepositRow): Promise<void> {
  const { sender, links } = documentOf(row)
  if (!sender || !links) return
  const { identity_id: identityId, currency, amount, reference, sender_name: name } = row
  const transfer = { identityId, sender, currency, amount, reference }
  if (await takeVerificationTransfer(ctx, transfer)) return
  if (name !== '') await linkBySender(ctx, { ...transfer, name: name.slice(0, 100), country: countryOf(sender) })
}

function countryOf(sender: AccountReference): string {
  if ('iban' in sender) return sender.iban.slice(0, 2)
  return 'sortCode' in sender ? 'GB' : 'US'
}
