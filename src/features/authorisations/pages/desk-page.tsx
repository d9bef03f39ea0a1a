import { Link } from '@tanstack/react-router'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'
import { History } from '../components/history'
import { WaitingDesk } from '../components/waiting-desk'
import { t } from '../text'

/** The desk: what waits for a person on top, what was decided below. */
export function DeskPage() {
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      actions={
        <Link to="/authorisations/rules" className={buttonClass({})}>
          {t('rules')}
        </Link>
      }
    >
      <WaitingDesk />
      <History />
    </Page>
  )
}
