import { Button } from '@/components/ui/button'
import { t } from '../text'

type Props = {
  /** Infinity: more than a page of them. */
  count: number
  onShow: () => void
}

const PAGE = 50

/**
 * Says how many events have come while somebody reads, and lets them in on request. The words stand in a place that is
 * always there: a screen reader tells what changes in it, not what comes with it.
 */
export function NewEvents({ count, onShow }: Props) {
  const text = Number.isFinite(count) ? t('fresh', { count }) : t('freshMany', { count: PAGE })
  return (
    <div role="status" className="sticky top-(--bar,0px) z-10">
      {count > 0 && (
        <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1 border-info border-y bg-info-wash px-4 py-2">
          <span className="font-medium">{text}</span>
          <Button size="sm" onClick={onShow}>
            {t('showFresh')}
          </Button>
        </div>
      )}
    </div>
  )
}
