import { Link } from '@tanstack/react-router'
import { buttonClass } from '@/components/ui/button'
import { t } from './text'

export function NotFound() {
  return (
    <div className="mx-auto max-w-2xl px-4 pt-16 sm:px-8">
      <h1 className="font-medium text-page tracking-tight">{t('notFound.title')}</h1>
      <p className="mt-2 text-ink-soft">{t('notFound.text')}</p>
      <Link to="/" className={buttonClass({ variant: 'secondary', className: 'mt-6' })}>
        {t('notFound.home')}
      </Link>
    </div>
  )
}
