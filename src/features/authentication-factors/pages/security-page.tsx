import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sessionQueries } from '@/api/queries/session'
import { toast } from '@/components/feedback/toast'
import { Page } from '@/components/layout/page'
import { Section } from '@/components/layout/section'
import { Button, buttonClass } from '@/components/ui/button'
import { FactorList } from '../components/factor-list'
import { NeedsTable } from '../components/needs-table'
import { t } from '../text'

type Props = {
  /** Ends the session of this browser, or all of the person's. */
  onSignOut: { here: () => Promise<void>; everywhere: () => Promise<void> }
  /** Stands for the phone where there is none, as on a sandbox. */
  phone?: ReactNode
}

/** How the person signs in and proves who they are. Everybody's own: no role keeps anybody from it. */
export function SecurityPage({ onSignOut, phone }: Props) {
  const { data: session } = useQuery(sessionQueries.current())
  const end = (where: keyof typeof onSignOut) => () =>
    void onSignOut[where]().catch(() => toast.error(t('session.failed')))
  return (
    <Page title={t('title')} subtitle={t('subtitle')} narrow>
      <Section
        title={t('password.title')}
        actions={
          <Link to="/security/password" className={buttonClass()}>
            {t('password.change')}
          </Link>
        }
      >
        <p className="max-w-prose text-ink-soft">{t('password.text')}</p>
      </Section>
      <Section title={t('factors.title')}>
        <FactorList />
        {phone && <div className="mt-4">{phone}</div>}
      </Section>
      <Section title={t('needs.title')}>
        <NeedsTable />
      </Section>
      {session?.person.credentials.type === 'USER' && (
        <Section
          title={t('check.title')}
          actions={
            <Link to="/my-check" className={buttonClass()}>
              {t('check.go')}
            </Link>
          }
        >
          <p className="max-w-prose text-ink-soft">{t('check.text')}</p>
        </Section>
      )}
      <Section title={t('session.title')}>
        <p className="max-w-prose text-ink-soft">{t('session.text')}</p>
        <div className="mt-4 flex flex-wrap gap-3">
          <Button onClick={end('here')}>{t('session.here')}</Button>
          <Button onClick={end('everywhere')}>{t('session.everywhere')}</Button>
        </div>
      </Section>
    </Page>
  )
}
