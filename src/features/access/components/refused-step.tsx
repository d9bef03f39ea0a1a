import type { ReactNode } from 'react'
import { failureText, type Sentences } from '@/components/feedback/failure-text'
import { Notice } from '@/components/feedback/notice'
import { RequestReference } from '@/components/feedback/request-reference'
import { SecureFailure } from '@/components/secure/secure-failure'
import { Button } from '@/components/ui/button'
import { readFailure } from '@/lib/failure'
import { t } from '../entry-text'
import { refusalOf } from '../refusal'
import { OpensIn } from './opens-in'

type Props = {
  title: string
  error: unknown
  sentences: Sentences
  actions?: ReactNode
  /** The way back to the beginning, for when the sign-in has run out meanwhile. */
  onOver?: () => void
}

/** Why a step of signing in was refused; of a locked sign-in also when it opens. */
export function RefusedStep({ title, error, sentences, actions, onOver }: Props) {
  if (!error) return null
  const failure = readFailure(error)
  const said = error instanceof SecureFailure ? error.sentence : failureText(error, { sentences })
  const locked = failure.status === 423 ? refusalOf(error) : undefined
  const again = onOver && (
    <Button size="sm" onClick={onOver}>
      {t('over.start')}
    </Button>
  )
  return (
    <div className="grid gap-2">
      <Notice tone="bad" title={title} actions={failure.code === 'ENTRY_OVER' ? again : actions}>
        <p>{locked?.text ?? said}</p>
        <RequestReference value={failure.requestRef} />
      </Notice>
      {locked?.opensAt !== undefined && <OpensIn at={locked.opensAt} />}
    </div>
  )
}
