import { useState } from 'react'
import type { ChargeFee } from '#contract/fees'
import { EmptyState } from '@/components/feedback/empty-state'
import { ErrorView } from '@/components/feedback/error-view'
import { Page } from '@/components/layout/page'
import { Skeleton } from '@/components/ui/skeleton'
import { ChargeDone } from '../components/charge-done'
import { ChargeWizard } from '../components/charge-wizard'
import { type Source, useSources } from '../sources'
import { t } from '../text'

type Made = { charge: ChargeFee; source: Source }

/** A fee of the programme, paid from an account or a card. What was paid stays in view until the next one is begun. */
export function NewChargePage() {
  const { sources, loading, error, retry } = useSources()
  const [made, setMade] = useState<Made>()
  return (
    <Page title={t('wizard')} back={{ to: '/charges', label: t('back') }} narrow>
      {made ? (
        <ChargeDone {...made} onAnother={() => setMade(undefined)} />
      ) : loading ? (
        <Loading />
      ) : error ? (
        <ErrorView error={error} title={t('sourcesNotLoaded')} onRetry={retry} />
      ) : sources.length === 0 ? (
        <EmptyState title={t('noSources')} text={t('noSourcesText')} />
      ) : (
        <ChargeWizard sources={sources} onDone={(charge, source) => setMade({ charge, source })} />
      )}
    </Page>
  )
}

function Loading() {
  return (
    <div className="space-y-4">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      {['steps', 'fee', 'source'].map((line) => (
        <Skeleton key={line} className="h-10 w-full" />
      ))}
    </div>
  )
}
