import { ErrorView } from '@/components/feedback/error-view'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'
import { pageConfig } from '@/lib/page-config'
import { useDesk } from '../import/use-desk'
import { submitSentences } from '../messages'
import { isUnknownOutcome, useSubmitBulk } from '../mutations'
import { t } from '../text'
import { useOnce } from '../use-once'

type Props = { rows: number; onSubmitted: (bulkId: string, rows: number) => void }

/** Hands the rows over. However often it is pressed, and whether or not an answer came, the reference makes it one bulk. */
export function SubmitPanel({ rows, onSubmitted }: Props) {
  const desk = useDesk()
  const submit = useSubmitBulk(desk.ask, pageConfig().profiles.transfers)
  const send = useOnce(async () => {
    const { bulkId, operationCount } = await submit.mutateAsync()
    onSubmitted(bulkId, operationCount)
  })
  const unknown = isUnknownOutcome(submit.error)
  return (
    <div className="mt-8 border-ink border-t pt-5">
      {unknown && (
        <Notice
          tone="wait"
          title={t('submitUnknown')}
          className="mb-5"
          actions={
            <Button busy={submit.isPending} onClick={send}>
              {t('checkAgain')}
            </Button>
          }
        >
          {t('submitUnknownText')}
        </Notice>
      )}
      {submit.error && !unknown && (
        <div className="mb-5">
          <ErrorView title={t('submitFailed')} error={submit.error} sentences={submitSentences()} />
        </div>
      )}
      <p className="mb-3 text-ink-soft">{t('submitExplained')}</p>
      <Button variant="primary" busy={submit.isPending} disabled={unknown} onClick={send}>
        {t('submit', { rows })}
      </Button>
    </div>
  )
}
