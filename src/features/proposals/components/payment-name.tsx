import { useQuery } from '@tanstack/react-query'
import type { Proposal } from '#contract/console/proposals'
import { sayPayment } from '../say'
import { useAccountNames } from './use-account-names'

/** The payment in a line, with the names of the accounts that this person may see. */
export function PaymentName({ proposal }: { proposal: Proposal }) {
  return sayPayment(proposal, useQuery(useAccountNames()).data)
}
