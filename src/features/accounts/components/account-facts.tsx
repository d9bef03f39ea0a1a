import type { ManagedAccount } from '#contract/managed-accounts'
import { CopyButton } from '@/components/feedback/copy-button'
import { Instant } from '@/components/feedback/instant'
import { Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { t } from '../text'

export function AccountFacts({ account: { id, currency, tag, creationTimestamp } }: { account: ManagedAccount }) {
  return (
    <Section title={t('details')}>
      <Definitions
        items={[
          { term: t('currency'), description: currency },
          { term: t('tag'), description: tag ?? <span className="text-ink-soft">{t('noTag')}</span> },
          { term: t('created'), description: <Instant at={creationTimestamp} /> },
          {
            term: t('accountId'),
            description: (
              <>
                <span className="figures break-all">{id}</span>{' '}
                <CopyButton value={id} what={t('theValue', { what: t('accountId') })} />
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
