import { useQuery } from '@tanstack/react-query'
import { consumerQueries, dueDiligenceQuery } from '@/api/queries/identity'
import { isFixed } from '@/components/identity/fixed'
import { t as shared } from '@/components/identity/text'
import { AbsentPage } from '@/components/layout/absent-page'
import { Page } from '@/components/layout/page'
import { EditConsumer } from '../components/edit-consumer'
import { t } from '../text'

const w = shared.to('person')
const back = { to: '/profile', label: w('profile') } as const

/** What may change of the person; what the check has fixed is not offered. */
export function EditConsumerPage() {
  const query = useQuery(consumerQueries.mine())
  const check = useQuery(dueDiligenceQuery('CONSUMER'))
  if (!query.data || !check.data) {
    const words = { loading: w('loading'), notFound: w('notFound'), notLoaded: w('notLoaded') }
    return <AbsentPage title={t('edit.title')} back={back} query={query.data ? check : query} words={words} />
  }
  return (
    <Page title={t('edit.title')} back={back} narrow>
      <EditConsumer consumer={query.data} fixed={isFixed(check.data)} />
    </Page>
  )
}
