import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { consoleRoleCreate } from '#contract/console/roles'
import { useAccess } from '@/api/access'
import { GatedLink } from '@/components/form/gated-link'
import { Page } from '@/components/layout/page'
import { t } from '../text'

const tab =
  '-mb-px grid h-10 content-center border-transparent border-b-2 text-ink-soft hover:text-ink data-[status=active]:border-needle data-[status=active]:font-medium data-[status=active]:text-ink'

/** What the lists of roles and of people have in common: one room with two lists, each at an address of its own. */
export function RolesFrame({ children }: { children: ReactNode }) {
  const { whyNot } = useAccess()
  return (
    <Page
      title={t('title')}
      actions={
        <GatedLink to="/roles/new" variant="primary" reason={whyNot(consoleRoleCreate.permission)}>
          {t('newRole')}
        </GatedLink>
      }
    >
      <nav aria-label={t('tabs')} className="mb-6 border-rule border-b">
        <ul className="flex gap-6">
          <li>
            <Link to="/roles" activeOptions={{ exact: true }} className={tab}>
              {t('roles')}
            </Link>
          </li>
          <li>
            <Link to="/roles/people" className={tab}>
              {t('people')}
            </Link>
          </li>
        </ul>
      </nav>
      {children}
    </Page>
  )
}
