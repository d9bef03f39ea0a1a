import { useQuery } from '@tanstack/react-query'
import { corporateUpdate } from '#contract/corporates'
import { feesGet } from '#contract/fees'
import { useAccess } from '@/api/access'
import { corporateQueries, dueDiligenceQuery } from '@/api/queries/identity'
import { GatedLink } from '@/components/form/gated-link'
import { CheckSection } from '@/components/identity/check-section'
import { isFixed } from '@/components/identity/fixed'
import { SettingsSection } from '@/components/identity/settings-section'
import { t } from '@/components/identity/text'
import { AbsentPage } from '@/components/layout/absent-page'
import { Page } from '@/components/layout/page'
import { CompanySection } from '../components/company-section'
import { RootUserSection } from '../components/root-user-section'

const w = t.to('company')

/** The company as the bank knows it. */
export function CorporatePage() {
  const { may, whyNot } = useAccess()
  const query = useQuery(corporateQueries.mine())
  const { data: check } = useQuery(dueDiligenceQuery('CORPORATE'))
  const { data: corporate } = query
  if (!corporate) {
    const words = { loading: w('loading'), notFound: w('notFound'), notLoaded: w('notLoaded') }
    return <AbsentPage title={w('profile')} query={query} words={words} />
  }
  const fixed = check !== undefined && isFixed(check)
  return (
    <Page
      title={corporate.company.name}
      actions={
        <GatedLink to="/profile/edit" reason={whyNot(corporateUpdate.permission)}>
          {t('edit')}
        </GatedLink>
      }
    >
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <div className="min-w-0 space-y-10">
          <CompanySection corporate={corporate} fixed={fixed} />
          <SettingsSection identity={corporate} charges={may(feesGet.permission)} />
        </div>
        <div className="min-w-0 space-y-10">
          <RootUserSection corporate={corporate} fixed={fixed} />
          {check && <CheckSection check={check} to="/onboarding/corporate" />}
        </div>
      </div>
    </Page>
  )
}
