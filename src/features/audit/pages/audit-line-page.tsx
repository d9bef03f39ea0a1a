import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { AuditLine } from '#contract/console/audit'
import { auditQueries } from '@/api/queries/audit'
import { Notice } from '@/components/feedback/notice'
import { AbsentPage } from '@/components/layout/absent-page'
import { Definitions } from '@/components/layout/definition-list'
import { Page } from '@/components/layout/page'
import { Section } from '@/components/layout/section'
import { LineFacts } from '../components/line-facts'
import { flatten } from '../flatten'
import { t } from '../text'

const route = getRouteApi('/_app/audit/$lineId')

/** One line of the record, with everything that it holds. */
export function AuditLinePage() {
  const { lineId } = route.useParams()
  const query = useQuery(auditQueries.line(lineId))
  const { data: line } = query
  const back = { to: '/audit', label: t('back') } as const
  if (!line) {
    const words = { loading: t('loading'), notFound: t('notFound'), notLoaded: t('notLoaded') }
    return <AbsentPage title={t('title')} back={back} query={query} words={words} />
  }
  return (
    <Page key={line.id} title={line.title} subtitle={t('lineTitle', { seq: line.seq })} back={back}>
      {(line.outcome === 'UNKNOWN' || line.outcome === 'FAILED') && (
        <Notice tone="wait" title={t(line.outcome)} className="mb-6">
          {t(`${line.outcome}_text`)}
        </Notice>
      )}
      <Section title={t('deed')}>
        <LineFacts line={line} />
      </Section>
      <Section title={t('change')}>
        <Change line={line} />
      </Section>
    </Page>
  )
}

function Change({ line: { change } }: { line: AuditLine }) {
  const facts = change === undefined ? [] : flatten(change)
  if (facts.length === 0) return <p className="text-ink-soft">{t('changeNone')}</p>
  return (
    <>
      <Definitions
        items={facts.map(({ term, value, muted }) => ({
          term,
          description: muted ? <span className="text-ink-soft">{value}</span> : value,
        }))}
      />
      <p className="mt-3 text-ink-soft text-small">{t('changeHint')}</p>
    </>
  )
}
