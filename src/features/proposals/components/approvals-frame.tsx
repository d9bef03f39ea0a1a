import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Page } from '@/components/layout/page'
import { t } from '../text'

const tab =
  '-mb-px grid h-10 content-center border-transparent border-b-2 text-ink-soft hover:text-ink data-[status=active]:border-needle data-[status=active]:font-medium data-[status=active]:text-ink'

/** One room with two lists: the payments that wait, and the rules that make them wait. */
export function ApprovalsFrame({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  return (
    <Page title={t('title')} subtitle={t('subtitle')} actions={actions}>
      <nav aria-label={t('tabs')} className="mb-6 border-rule border-b">
        <ul className="flex gap-6">
          <li>
            <Link to="/approvals" activeOptions={{ exact: true, includeSearch: false }} className={tab}>
              {t('inbox')}
            </Link>
          </li>
          <li>
            <Link to="/approvals/rules" className={tab}>
              {t('rules')}
            </Link>
          </li>
        </ul>
      </nav>
      {children}
    </Page>
  )
}
