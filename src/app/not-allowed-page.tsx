import { Link } from '@tanstack/react-router'
import type { Permission } from '#contract/permissions'
import { useAccess } from '@/api/access'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'
import { t } from './text'

/** An address that exists and is not for this person: no error, only a door that somebody else has the key to. */
export function NotAllowedPage({ permission }: { permission: Permission }) {
  const { whyNot } = useAccess()
  return (
    <Page title={t('notAllowed.title')} narrow>
      <p className="text-ink-soft">{whyNot(permission)}</p>
      <div className="mt-6 flex flex-wrap gap-2">
        <Link to="/" className={buttonClass({ variant: 'primary' })}>
          {t('notFound.home')}
        </Link>
        <Link to="/my-role" className={buttonClass({})}>
          {t('notAllowed.myRole')}
        </Link>
      </div>
    </Page>
  )
}
