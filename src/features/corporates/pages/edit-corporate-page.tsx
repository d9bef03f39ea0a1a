import { useQuery } from '@tanstack/react-query'
import { corporateQueries, dueDiligenceQuery } from '@/api/queries/identity'
import { isFixed } from '@/components/identity/fixed'
import { t as shared } from '@/components/identity/text'
import { AbsentPage } from '@/components/layout/absent-page'
import { Page } from '@/components/layout/page'
import { EditCorporate } from '../components/edit-corporate'
import { t } from '../text'

const w = shared.to('company')
const back = { to: '/profile', label: w('profile') } as const

/** What may change of the company; what the check has fixed is not offered. */
export function EditCorporatePage() {
  const query = useQuery(corporateQueries.mine())
  const check = useQuery(dueDiligenceQuery('CORPORATE'))
  if (!query.data || !check.data) {
    const words = { loading: w('loading'), notFound: w('notFound'), notLoaded: w('notLoaded') }
    return <AbsentPage title={t('edit.title')} back={back} query={query.data ? check : query} words={words} />
  }
  return (
    <Page title={t('edit.title')} back={back} narrow>
      <EditCorporate corporate={query.data} fixed={isFixed(check.data)} />
    </Page>
  )
}
