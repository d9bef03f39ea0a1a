import { useQuery } from '@tanstack/react-query'
import { consumerUpdate } from '#contract/consumers'
import { feesGet } from '#contract/fees'
import { useAccess } from '@/api/access'
import { consumerQueries, dueDiligenceQuery } from '@/api/queries/identity'
import { GatedLink } from '@/components/form/gated-link'
import { CheckSection } from '@/components/identity/check-section'
import { isFixed } from '@/components/identity/fixed'
import { SettingsSection } from '@/components/identity/settings-section'
import { t } from '@/components/identity/text'
import { AbsentPage } from '@/components/layout/absent-page'
import { Page } from '@/components/layout/page'
import { PersonSection } from '../components/person-section'
import { WorkSection } from '../components/work-section'

const w = t.to('person')

/** The person as the bank knows them. */
export function ConsumerPage() {
  const { may, whyNot } = useAccess()
  const query = useQuery(consumerQueries.mine())
  const { data: check } = useQuery(dueDiligenceQuery('CONSUMER'))
  const { data: consumer } = query
  if (!consumer) {
    const words = { loading: w('loading'), notFound: w('notFound'), notLoaded: w('notLoaded') }
    return <AbsentPage title={w('profile')} query={query} words={words} />
  }
  const { name, surname } = consumer.rootUser
  const fixed = check !== undefined && isFixed(check)
  return (
    <Page
      title={`${name} ${surname}`}
      actions={
        <GatedLink to="/profile/edit" reason={whyNot(consumerUpdate.permission)}>
          {t('edit')}
        </GatedLink>
      }
    >
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <div className="min-w-0 space-y-10">
          <PersonSection consumer={consumer} fixed={fixed} />
          <WorkSection consumer={consumer} />
        </div>
        <div className="min-w-0 space-y-10">
          {check && <CheckSection check={check} to="/onboarding/consumer" />}
          <SettingsSection identity={consumer} charges={may(feesGet.permission)} />
        </div>
      </div>
    </Page>
  )
}
