import { Link } from '@tanstack/react-router'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'
import { useWords } from '@/lib/faces'
import { t as shell } from './shell/text'
import { t } from './text'

export function NowherePage() {
  return (
    <Page title={t('notFound.title')}>
      <p className="text-ink-soft">{t('notFound.text')}</p>
      <Link to="/" className={buttonClass({ variant: 'primary', className: 'mt-6' })}>
        {useWords(shell)('home')}
      </Link>
    </Page>
  )
}
