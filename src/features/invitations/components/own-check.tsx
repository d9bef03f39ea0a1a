import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { userKyc } from '#contract/users'
import { call } from '@/api/client'
import { sessionQueries } from '@/api/queries/session'
import { Notice } from '@/components/feedback/notice'
import { FormFailure } from '@/components/form/form-failure'
import { SecureVerification } from '@/components/secure/secure-verification'
import { Button } from '@/components/ui/button'
import { readFailure } from '@/lib/failure'
import { kycSentences } from '../messages'
import { t } from '../text'
import { MyEmail, MyPhone } from './own-proofs'

/** Where the check is after its screens; the API answers nothing but the refusals of another start. */
type After = 'closed' | 'submitted' | 'approved' | 'retry' | 'rejected'

/** The check of the signed-in user's own identity, for users of a company. */
export function OwnCheck() {
  const { data: session } = useQuery(sessionQueries.current())
  if (!session) return null
  const { person, identity } = session
  if (identity.id.type === 'CONSUMER')
    return <Known tone="info" title={t('checkConsumer')} text={t('checkConsumerText')} />
  if (person.credentials.type === 'ROOT') return <Known tone="info" title={t('checkRoot')} text={t('checkRootText')} />
  return <UserCheck />
}

function UserCheck() {
  const [after, setAfter] = useState<After>()
  const start = useMutation({ mutationFn: () => call(userKyc, {}), onMutate: () => setAfter(undefined) })
  const begin = () => start.isPending || start.mutate()
  const { code } = readFailure(start.error)

  if (start.data && (after === undefined || after === 'submitted')) {
    return (
      <>
        {after === 'submitted' && <Submitted />}
        <SecureVerification
          kind="consumer"
          reference={start.data.reference}
          onSubmitted={() => setAfter('submitted')}
          onOutcome={(outcome) =>
            setAfter(outcome.status === 'APPROVED' ? 'approved' : outcome.rejectType === 'RETRY' ? 'retry' : 'rejected')
          }
          onClose={() => setAfter((now) => now ?? 'closed')}
        />
      </>
    )
  }
  if (after === 'approved') return <Known tone="good" title={t('checkApproved')} text={t('checkApprovedText')} />
  if (after === 'rejected') return <Known tone="bad" title={t('checkRejected')} text={kycSentences().KYC_REJECTED} />
  switch (code) {
    case 'KYC_ALREADY_APPROVED':
      return <Known tone="good" title={t('checkApproved')} text={kycSentences()[code]} />
    case 'KYC_PENDING_REVIEW':
      return <Submitted />
    case 'KYC_REJECTED':
      return <Known tone="bad" title={t('checkRejected')} text={kycSentences()[code]} />
    // What stands in the way can be done here, and the check then begins.
    case 'EMAIL_NOT_VERIFIED':
      return (
        <>
          <p className="mb-4">{t('checkEmail')}</p>
          <MyEmail onDone={begin} />
        </>
      )
    case 'MOBILE_NOT_VERIFIED':
      return (
        <>
          <p className="mb-4">{t('checkPhone')}</p>
          <MyPhone onDone={begin} />
        </>
      )
    default:
      return (
        <div className="space-y-4">
          {after === 'closed' && <Notice tone="info" title={t('checkClosed')} />}
          {after === 'retry' && <Notice tone="wait" title={t('checkRetry')} />}
          <p className="text-ink-soft">{t('checkText')}</p>
          <FormFailure error={start.error} rest={[]} sentences={kycSentences()} onCheckAgain={begin} />
          <Button variant="primary" busy={start.isPending} onClick={begin}>
            {after === undefined ? t('checkStart') : t('checkAgain')}
          </Button>
        </div>
      )
  }
}

const Submitted = () => <Known tone="wait" title={t('checkSubmitted')} text={t('checkSubmittedText')} />

type KnownProps = { tone: 'good' | 'wait' | 'bad' | 'info'; title: string; text: string | undefined }

function Known({ tone, title, text }: KnownProps) {
  return (
    <div role="status" className="mb-4">
      <Notice tone={tone} title={title}>
        {text}
      </Notice>
    </div>
  )
}
