import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'
import type { CureId } from '../forms/cures'
import type { Level } from '../forms/problem'
import { causeTitle, problemSentenceAt } from '../forms/say-problem'
import type { Filter, Summary } from '../import/protocol'
import { t } from '../text'

type Props = {
  summary: Summary
  filter: Filter
  onFilter: (filter: Filter) => void
  onCure: (key: string) => void
  onAside: (key: string) => void
}

const groups = [
  { level: 'error', title: t('errors'), ink: 'text-bad' },
  { level: 'warning', title: t('warnings'), ink: 'text-wait' },
  { level: 'info', title: t('infos'), ink: 'text-info' },
] as const satisfies readonly { level: Level; title: string; ink: string }[]

/** What was found, by cause: choosing one shows its rows, and a cure acts on all of them. */
export function CauseList({ summary, filter, onFilter, onCure, onAside }: Props) {
  if (summary.causes.length === 0) return <p className="text-ink-soft">{t('causesNone')}</p>
  return (
    <div className="space-y-5">
      {groups.map(({ level, title, ink }) => {
        const causes = summary.causes.filter((cause) => cause.level === level)
        if (causes.length === 0) return null
        return (
          <div key={level}>
            <h3 className={cn('font-medium text-small', ink)}>{title}</h3>
            <ul className="mt-1 divide-y divide-rule border-rule border-y">
              {causes.map((cause) => (
                <CauseItem
                  key={cause.key}
                  cause={cause}
                  chosen={filter.kind === 'cause' && filter.key === cause.key}
                  onChoose={(chosen) => onFilter(chosen ? { kind: 'cause', key: cause.key } : { kind: 'all' })}
                  onCure={() => onCure(cause.key)}
                  onAside={() => onAside(cause.key)}
                />
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}

type ItemProps = {
  cause: Summary['causes'][number]
  chosen: boolean
  onChoose: (chosen: boolean) => void
  onCure: () => void
  onAside: () => void
}

function CauseItem({ cause, chosen, onChoose, onCure, onAside }: ItemProps) {
  return (
    <li className={cn(chosen && 'bg-sunken')}>
      <button
        type="button"
        aria-pressed={chosen}
        onClick={() => onChoose(!chosen)}
        className="flex w-full items-baseline justify-between gap-3 px-2 py-1.5 text-left hover:bg-sunken"
      >
        <span className="min-w-0">{causeTitle(cause.code, cause.field)}</span>
        <span className="figures shrink-0 text-ink-soft text-small">
          {new Intl.NumberFormat('en-GB').format(cause.rows)}
          <span className="sr-only"> {t('causeRows', { count: cause.rows })}</span>
        </span>
      </button>
      {chosen && (
        <div className="px-2 pb-3 text-small">
          <p className="text-ink-soft">{problemSentenceAt(cause.example)}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            {cause.cure && (
              <Button size="sm" className="h-auto! whitespace-normal py-1 text-left" onClick={onCure}>
                {cureLabel(cause.cure, cause.rows)}
              </Button>
            )}
            {cause.level !== 'info' && (
              <Button size="sm" variant="ghost" onClick={onAside}>
                {t('asideCause', { count: cause.rows })}
              </Button>
            )}
          </div>
        </div>
      )}
    </li>
  )
}

function cureLabel(cure: CureId, count: number): string {
  switch (cure) {
    case 'TRIM':
      return t('cureTrim', { count })
    case 'UPPERCASE':
      return t('cureUppercase', { count })
    case 'DECIMAL_MARK':
      return t('cureMark', { count })
    case 'UNGROUP':
      return t('cureUngroup', { count })
    case 'USE_SUGGESTION':
      return t('cureSuggestion', { count })
    default:
      return cure satisfies never
  }
}
