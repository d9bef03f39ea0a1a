import type { AccountReference } from '../../../contract/linked-accounts'
import type { Ctx } from '../context'
import { programme } from '../programme'
import { insertLinkedAccount } from './create-linked-account'
import { underVerification } from './due'
import { findLinkedSender } from './find-linked-account'
import { findLanding } from './own-references'
import { endSteps } from './verification-run'

export type IncomingTransfer = {
  /** Who was paid. */
  identityId: string
  sender: AccountReference
  currency: string
  amount: number
  /** What the transfer says. */
  reference: string
}

/**
 * Takes a transfer that arrived as the one that was asked for, where it is: from the account to be linked, of the right
 * amount and with the right reference. Says whether it was.
 */
export async function takeVerificationTransfer(ctx: Ctx, transfer: IncomingTransfer): Promise<boolean> {
  const sender = await findLinkedSender(ctx, transfer.identityId, transfer.sender)
  const under = sender && (await underVerification(ctx, sender.row.id))
  const asked = under?.run.steps.find(({ step }) => step === 'TRANSFER_INSTRUCTION')
  if (!under || asked?.status !== 'PENDING_USER' || !asked.details || !('reference' in asked.details)) return false
  const { amount, reference } = asked.details
  if (amount.currency !== transfer.currency || amount.amount !== transfer.amount) return false
  if (!transfer.reference.includes(reference)) return false
  await endSteps(ctx, under.account, under.run, ['TRANSFER_INSTRUCTION'], 'COMPLETED')
  return true
}

/**
 * Begins to link the account that a small first transfer came from, as if its holder had ordered it; the transfer itself
 * has shown that they can pay from there. Answers the linked account's id, or nothing where this is no such transfer.
 */
export async function linkBySender(
  ctx: Ctx,
  transfer: IncomingTransfer & { name: string; country: string },
): Promise<string | undefined> {
  const { identityId, sender, currency, amount } = transfer
  if (amount > programme.linkedAccounts.firstTransferMax) return undefined
  if (await findLinkedSender(ctx, identityId, sender)) return undefined
  const landing = await findLanding(ctx, identityId, currency)
  if (!landing) return undefined
  const type = landing.ownerType === 'CORPORATE' ? 'BUSINESS' : 'PERSONAL'
  const { name, country } = transfer
  const row = await insertLinkedAccount(ctx, identityId, { name, type, country, currency, reference: sender }, landing)
  const under = await underVerification(ctx, row.id)
  if (under) await endSteps(ctx, under.account, under.run, ['TRANSFER_INSTRUCTION', 'MICRO_DEPOSIT'], 'COMPLETED')
  return row.id
}
