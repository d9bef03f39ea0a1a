import type { ManagedAccountIBAN } from '#contract/managed-accounts'
import { CopyButton } from '@/components/feedback/copy-button'
import { Notice } from '@/components/feedback/notice'
import { type Definition, Definitions } from '@/components/layout/definition-list'
import { groupIban, groupSortCode } from '../bank-numbers'
import { t } from '../text'

type Rail = ManagedAccountIBAN['bankAccountDetails'][number]

/** One block per way of paying in; every number can be copied as banks want it, without the spaces it is read with. */
export function BankDetails({ details }: { details: readonly Rail[] }) {
  return (
    <div className="space-y-6">
      {details.map((rail) => (
        <div key={JSON.stringify(rail.details)}>
          <Definitions items={[...holder(rail), ...numbers(rail), ...bank(rail)]} />
          {rail.paymentReference && (
            <Notice tone="wait" title={t('paymentReference')} className="mt-3">
              <Copyable what={t('paymentReference')} value={rail.paymentReference} />
              <p>{t('paymentReferenceText')}</p>
            </Notice>
          )}
        </div>
      ))}
    </div>
  )
}

const holder = ({ beneficiaryNameAndSurname: name }: Rail): Definition[] => [copyable(t('beneficiary'), name)]

const bank = ({ beneficiaryBank, beneficiaryBankAddress }: Rail): Definition[] => [
  { term: t('bank'), description: beneficiaryBank },
  { term: t('bankAddress'), description: beneficiaryBankAddress },
]

function numbers({ details }: Rail): Definition[] {
  if ('iban' in details) {
    const bic = 'code' in details ? details.code : details.bankIdentifierCode
    return [copyable(t('iban'), details.iban, groupIban(details.iban)), ...(bic ? [copyable(t('bic'), bic)] : [])]
  }
  return [
    copyable(t('accountNumber'), details.accountNumber),
    copyable(t('sortCode'), details.sortCode, groupSortCode(details.sortCode)),
    ...(details.secondaryReference ? [copyable(t('secondaryReference'), details.secondaryReference)] : []),
  ]
}

const copyable = (term: string, value: string, shown = value): Definition => ({
  term,
  description: <Copyable what={term} value={value} shown={shown} />,
})

function Copyable({ what, value, shown = value }: { what: string; value: string; shown?: string }) {
  return (
    <>
      <span className="figures">{shown}</span> <CopyButton value={value} what={what} />
    </>
  )
}
