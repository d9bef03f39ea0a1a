import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { toast } from '@/components/feedback/toast'
import { Page } from '@/components/layout/page'
import { Section } from '@/components/layout/section'
import { Button, buttonClass } from '@/components/ui/button'
import { FactorList } from '../components/factor-list'
import { NeedsTable } from '../components/needs-table'
import { t } from '../text'

type Props = {
  /** Ends the session here and in the other tabs. */
  onSignOut: () => Promise<void>
  /** The check of the person, for whom there is one apart from the company's. */
  check?: ReactNode
  /** Stands for the phone where there is none, as on a sandbox. */
  phone?: ReactNode
}

/** How the person signs in and proves who they are. Everybody's own: no role keeps anybody from it. */
export function SecurityPage({ onSignOut, check, phone }: Props) {
  const signOut = () => void onSignOut().catch(() => toast.error(t('session.failed')))
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
        {phone}
      </Section>
      <Section title={t('needs.title')}>
        <NeedsTable />
      </Section>
      {check && <Section title={t('check.title')}>{check}</Section>}
      <Section title={t('session.title')} actions={<Button onClick={signOut}>{t('session.end')}</Button>}>
        <p className="max-w-prose text-ink-soft">{t('session.text')}</p>
      </Section>
    </Page>
  )
}
