import { t } from '@/components/text'
import { Button } from '@/components/ui/button'
import { readFailure, wasTurnedDown } from '@/lib/failure'
import { failureText, type Sentences } from './failure-text'
import { Notice } from './notice'
import { RequestReference } from './request-reference'

type Props = {
  error: unknown
  onRetry?: () => void
  sentences?: Sentences
  /** What could not be loaded, when the sentence alone would leave it open. */
  title?: string
  busy?: boolean
}

/** Why something could not be read, and what can be done about it. */
export function ErrorView({ error, onRetry, sentences, title, busy }: Props) {
  const failure = readFailure(error)
  const turnedDown = wasTurnedDown(failure)
  if (turnedDown && !onRetry) return null
  // Who did not want to give the code just now may want to in a moment.
  const hopeless = !turnedDown && (failure.status === 403 || failure.status === 404 || failure.status === 410)
  return (
    <Notice
      tone="bad"
      title={title ?? t('notLoaded')}
      actions={
        onRetry &&
        !hopeless && (
          <Button size="sm" busy={busy ?? false} onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    >
      <p>{failureText(error, { ...(sentences ? { sentences } : {}) })}</p>
      <RequestReference value={failure.requestRef} />
    </Notice>
  )
}
