import type { ProposalStep } from '#contract/console/proposals'
import { Instant } from '@/components/feedback/instant'
import { Section } from '@/components/layout/section'
import { localZone } from '@/lib/dates'
import { t } from '../text'

/** Who did what, oldest first. */
export function History({ steps }: { steps: readonly ProposalStep[] }) {
  return (
    <Section title={t('history')}>
      <ol className="divide-y divide-rule border-rule border-y">
        {steps.map(({ what, at, by, comment, code }) => (
          <li key={`${what} ${at} ${by?.id ?? ''}`} className="grid gap-x-6 py-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <span className="text-ink-soft">
              <Instant at={at} />
            </span>
            <span className="min-w-0 break-words">
              {t(`step_${what}`)} {by && t('stepBy', { who: by.name })}
              {code && <code className="ml-2 font-mono text-small">{code}</code>}
              {comment && <span className="block whitespace-pre-line text-ink-soft">“{comment}”</span>}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-2 text-ink-soft text-small">{t('timesIn', { zone: localZone() })}</p>
    </Section>
  )
}
