import { Link } from '@tanstack/react-router'
import { failureText } from '@/components/feedback/failure-text'
import { Notice } from '@/components/feedback/notice'
import { RequestReference } from '@/components/feedback/request-reference'
import { SecureFailure } from '@/components/secure/secure-failure'
import { isOutcomeUnknown, readFailure } from '@/lib/failure'
import { acceptSentences } from '../messages'
import { t } from '../text'

/** Why accepting failed, and where else to go. The protected fields say by themselves what is wrong with them. */
export function Refused({ error }: { error: unknown }) {
  if (!error) return null
  const failure = readFailure(error)
  const unknown = isOutcomeUnknown(failure)
  const text =
    error instanceof SecureFailure
      ? error.sentence
      : unknown
        ? t('unknown')
        : failureText(error, { sentences: acceptSentences(), write: true })
  return (
    <Notice tone={unknown ? 'wait' : 'bad'} title={t('notAccepted')} actions={<ToSignIn />}>
      <p>{text}</p>
      <RequestReference value={failure.requestRef} />
    </Notice>
  )
}

export function ToSignIn() {
  return (
    <Link to="/sign-in" className="text-accent underline underline-offset-4">
      {t('toSignIn')}
    </Link>
  )
}
