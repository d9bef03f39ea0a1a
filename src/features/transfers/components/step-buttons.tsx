import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { t } from '../text'

type Props = { onBack?: () => void; children?: ReactNode }

/** The end of a step: forward is the form's own submit, so Enter goes on; back keeps everything. */
export function StepButtons({ onBack, children }: Props) {
  return (
    <div className="mt-8 flex flex-wrap justify-between gap-3">
      {onBack ? (
        <Button variant="ghost" onClick={onBack}>
          {t('previous')}
        </Button>
      ) : (
        <span />
      )}
      {children ?? (
        <Button variant="primary" type="submit">
          {t('next')}
        </Button>
      )}
    </div>
  )
}
