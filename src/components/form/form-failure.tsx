import { failureText, type Sentences } from '@/components/feedback/failure-text'
import { Notice } from '@/components/feedback/notice'
import { RequestReference } from '@/components/feedback/request-reference'
import { t } from '@/components/text'
import { Button } from '@/components/ui/button'
import { isOutcomeUnknown, readFailure, wasTurnedDown } from '@/lib/failure'
import type { PlacedErrors } from './server-errors'

type Props = {
  error: unknown
  rest: PlacedErrors['rest']
  sentences: Sentences
  onCheckAgain: () => void
  /** The sentence stands at the one field that it is about. */
  onOneField?: boolean
}

/** What went wrong with a write as a whole. Without a clear answer it may have happened: then the same request is sent again. */
export function FormFailure({ error, rest, sentences, onCheckAgain, onOneField = false }: Props) {
  if (!error) return null
  const failure = readFailure(error)
  if (wasTurnedDown(failure)) return null
  const unknown = isOutcomeUnknown(failure)
  const fields = onOneField ? 1 : Object.keys(failure.fields).length
  const onFields = fields > 0 && rest.length === 0
  return (
    <div tabIndex={-1} data-form-failure>
      <Notice
        tone={unknown ? 'wait' : 'bad'}
        title={unknown ? t('unknownOutcome') : t('notSent')}
        actions={
          unknown && (
            <Button size="sm" onClick={onCheckAgain}>
              {t('checkAgain')}
            </Button>
          )
        }
      >
        <p>{onFields ? t('formProblems', { count: fields }) : failureText(error, { sentences, write: true })}</p>
        {rest.length > 0 && (
          <ul className="mt-1 list-disc pl-5">
            {rest.map(({ path, message }) => (
              <li key={path}>
                <code className="font-mono text-small">{path}</code> {message}
              </li>
            ))}
          </ul>
        )}
        <RequestReference value={failure.requestRef} />
      </Notice>
    </div>
  )
}
