import { useEffect, useRef, useState } from 'react'
import type { IdentityId } from '#contract/common'
import { failureText } from '@/components/feedback/failure-text'
import { Notice } from '@/components/feedback/notice'
import { RequestReference } from '@/components/feedback/request-reference'
import { SecureVerification } from '@/components/secure/secure-verification'
import { Button } from '@/components/ui/button'
import { faceOf } from '@/lib/faces'
import { readFailure } from '@/lib/failure'
import { checkStartSentences } from '../messages'
import { useRereadCustomer, useStartCheck } from '../mutations'
import { words } from '../text'

type Props = {
  type: IdentityId['type']
  /** Whether the check can be gone on with; without it the screens do not open by themselves. */
  mayOpen: boolean
  onLeave: (submitted: boolean) => void
}

/**
 * The vendor's screens. Every opening asks for a fresh reference, so a reload or another day goes on as well as the first
 * time; an earlier one shows nothing any more.
 */
export function CheckScreens({ type, mayOpen, onLeave }: Props) {
  const t = words.to(faceOf(type))
  const start = useStartCheck(type)
  const reread = useRereadCustomer(type)
  const [submitted, setSubmitted] = useState(false)
  const begun = useRef(false)
  const top = useRef<HTMLParagraphElement>(null)

  // Starting follows from having opened this step, once, however often React mounts it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    if (mayOpen) start.mutate()
    else onLeave(true)
  }, [])
  // What had the focus has gone.
  useEffect(() => top.current?.focus(), [])

  const leave = () => {
    void reread()
    onLeave(submitted)
  }
  return (
    <div className="grid gap-4">
      <p ref={top} tabIndex={-1} className="text-ink-soft">
        {!start.error && t('screensNote')}
      </p>
      {/* Above the screens, whose height changes; once something was submitted the way on is below them. */}
      {!start.error && !submitted && (
        <div>
          <Button onClick={leave}>{t('screensClose')}</Button>
        </div>
      )}
      {readFailure(start.error).code === 'MANAGED_ONBOARDING_PENDING' ? (
        <Notice tone="info" title={t('managedTitle')} actions={<Button onClick={leave}>{t('screensBack')}</Button>}>
          <p>{t('managedText')}</p>
        </Notice>
      ) : start.error ? (
        <Notice
          tone="bad"
          title={t('startFailed')}
          actions={
            <>
              <Button onClick={() => start.mutate()} busy={start.isPending}>
                {t('screensAgain')}
              </Button>
              <Button variant="ghost" onClick={leave}>
                {t('screensClose')}
              </Button>
            </>
          }
        >
          <p>{failureText(start.error, { sentences: checkStartSentences() })}</p>
          <RequestReference value={readFailure(start.error).requestRef} />
        </Notice>
      ) : start.data === undefined ? (
        <p role="status">{t('opening')}</p>
      ) : (
        <SecureVerification
          kind={type === 'CORPORATE' ? 'company' : 'consumer'}
          reference={start.data}
          onSubmitted={() => {
            setSubmitted(true)
            void reread()
          }}
          onOutcome={() => {
            setSubmitted(true)
            void reread()
          }}
          onClose={leave}
          onError={() => void reread()}
        />
      )}
      {submitted && (
        <div>
          <Button variant="primary" onClick={leave}>
            {t('goOnStep')}
          </Button>
        </div>
      )}
    </div>
  )
}
