import { useDeferredValue } from 'react'
import { announce } from '@/components/feedback/announce'
import { StateBadge } from '@/components/feedback/state-badge'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import type { DeskState } from '../import/desk-store'
import type { Filter, OpenedFile, Summary } from '../import/protocol'
import { useDesk } from '../import/use-desk'
import { saveFile } from '../save-file'
import { t } from '../text'
import { CauseList } from './cause-list'
import { RowGrid } from './row-grid'

type Props = { file: OpenedFile; summary: Summary; filter: DeskState['filter']; view: number; onContinue: () => void }

/** Causes on the left, rows on the right: choose, repair in place, cure together, or set aside. */
export function CheckStep({ file, summary, filter, view, onContinue }: Props) {
  const desk = useDesk()
  // Some hundred cells are drawn in slices, so that typing and scrolling never wait for them.
  const drawn = useDeferredValue(view, -1)
  const show = (next: Filter) => void desk.show(next)
  const cure = async (key: string) => {
    const { cured, left } = await desk.cure(key)
    announce(t('cured', { cured, left }))
  }
  const download = async (which: 'problems' | 'aside') => {
    const content = await desk.ask('problemFile', { which })
    const name = file.name.replace(/\.[a-z]{3}$/i, '')
    saveFile(which === 'aside' ? t('asideName', { name }) : t('badName', { name }), content)
  }
  const ready = summary.errorRows === 0 && summary.included > 0
  return (
    <div>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div role="status">
          <StateBadge tone={ready ? 'good' : 'bad'}>
            <span className="whitespace-normal font-medium text-ink">
              {ready && summary.aside === 0
                ? t('checkAllGood', { rows: summary.rows })
                : t('checkSummary', { sound: summary.sound, errors: summary.errorRows })}
            </span>
          </StateBadge>
          <p className="mt-0.5 text-ink-soft text-small">
            {t('checkedIn', { read: Math.ceil(file.readInMs), check: Math.ceil(summary.checkedInMs) })}
          </p>
        </div>
        <div className="flex flex-col items-end gap-1 max-sm:items-start">
          <Button variant="primary" disabled={!ready} aria-describedby="to-review-why" onClick={onContinue}>
            {t('toReview')}
          </Button>
          <p id="to-review-why" className="text-ink-soft text-small">
            {!ready && (summary.included === 0 ? t('nothingLeft') : t('toReviewBlocked'))}
          </p>
        </div>
      </div>
      <div className="grid gap-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <aside aria-label={t('causes')}>
          <CauseList
            summary={summary}
            filter={filter}
            onFilter={show}
            onCure={(key) => void cure(key)}
            onAside={(key) => void desk.setCauseAside(key)}
          />
          <div className="mt-5 flex flex-col items-start gap-2">
            {summary.errorRows > 0 && (
              <Button size="sm" onClick={() => void download('problems')}>
                {t('downloadBad')}
              </Button>
            )}
            {summary.aside > 0 && (
              <>
                <Button size="sm" onClick={() => void download('aside')}>
                  {t('downloadAside')}
                </Button>
                <Button size="sm" onClick={() => void desk.bringAllBack()}>
                  {t('bringBackAll')}
                </Button>
              </>
            )}
          </div>
        </aside>
        <div className="min-w-0">
          <GridFilter summary={summary} filter={filter} onFilter={show} />
          {summary.shown === 0 ? (
            <p className="border-rule border-y py-8 text-ink-soft">{t('noRowsShown')}</p>
          ) : drawn < 0 ? (
            <div className="h-[min(34rem,70dvh)] border-rule border-y" />
          ) : (
            <RowGrid
              // Another choice of rows begins at its first one.
              key={drawn}
              count={summary.shown}
              showTime={file.mapping.scheduledAt !== undefined}
            />
          )}
        </div>
      </div>
    </div>
  )
}

type FilterProps = { summary: Summary; filter: Filter; onFilter: (filter: Filter) => void }

function GridFilter({ summary, filter, onFilter }: FilterProps) {
  const count = new Intl.NumberFormat('en-GB')
  return (
    <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <Checkbox
        label={t('onlyProblems')}
        checked={filter.kind === 'problems'}
        onChange={(event) => onFilter({ kind: event.target.checked ? 'problems' : 'all' })}
      />
      <div className="flex flex-wrap gap-2">
        {filter.kind !== 'all' && (
          <Button size="sm" variant="ghost" onClick={() => onFilter({ kind: 'all' })}>
            {t('allRows')} <span className="figures text-ink-soft">{count.format(summary.rows)}</span>
          </Button>
        )}
        {summary.aside > 0 && filter.kind !== 'aside' && (
          <Button size="sm" variant="ghost" onClick={() => onFilter({ kind: 'aside' })}>
            {t('asideRows')} <span className="figures text-ink-soft">{count.format(summary.aside)}</span>
          </Button>
        )}
      </div>
    </div>
  )
}
