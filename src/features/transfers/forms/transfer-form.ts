import type { FieldErrors, Resolver, ResolverResult } from 'react-hook-form'
import { moneyRefusalText } from '@/components/form/money-text'
import { type Facts, type PaymentProblems, readPayment, type TransferDraft } from '../steps'
import { t } from '../text'

/** The same judgement that decides how far the wizard goes, as complaints on the fields of the form. */
export function transferResolver(currency: string | undefined, facts: Facts): Resolver<TransferDraft> {
  return (draft): ResolverResult<TransferDraft> => {
    const read = currency === undefined ? undefined : readPayment(draft, currency, facts)
    if (currency === undefined || !read || read.ok) return { values: draft, errors: {} }
    return { values: {}, errors: complaints(read.problems, currency) }
  }
}

function complaints(problems: PaymentProblems, currency: string): FieldErrors<TransferDraft> {
  const { amount, description, tag, at } = problems
  const refused = (message: string) => ({ type: 'refused', message })
  return {
    ...(amount ? { amount: refused(amount === 'ZERO' ? t('ZERO') : moneyRefusalText(amount, currency)) } : {}),
    ...(description ? { description: refused(t(`description_${description}`)) } : {}),
    ...(tag ? { tag: refused(t(`tag_${tag}`)) } : {}),
    ...(at ? { at: refused(t(`at_${at}`)) } : {}),
  }
}
