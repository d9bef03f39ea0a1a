import { AbsentPage } from '@/components/layout/absent-page'
import { Page } from '@/components/layout/page'
import { t } from '../text'

type Props = {
  list: { data?: unknown; error: unknown; isFetching: boolean; refetch: () => Promise<unknown> }
}

/** In the place of a role: it is being read, could not be read, or is not there. */
export function RoleMissing({ list }: Props) {
  const back = { to: '/roles', label: t('back') } as const
  if (list.data)
    return (
      <Page title={t('notFound')} back={back}>
        <p className="text-ink-soft">{t('notFoundText')}</p>
      </Page>
    )
  const words = { loading: t('loading'), notFound: t('notFound'), notLoaded: t('notLoaded') }
  return <AbsentPage title={t('roles')} back={back} query={list} words={words} />
}
