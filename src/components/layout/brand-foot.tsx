import { brand } from '@/lib/brand'
import { cn } from '@/lib/cn'
import { t } from './text'

const look = 'inline-flex min-h-6 items-center break-all hover:text-ink hover:underline'

/**
 * Whom to ask, and what holds: whatever the configuration says of it. `data-when` names what a part depends on, for the
 * sign-in page that is built before that is known (scripts/prerender).
 */
export function BrandFoot({ className }: { className?: string }) {
  const { supportEmail, termsUrl, privacyUrl, legalName, legalNotice } = brand()
  if (!(supportEmail || termsUrl || privacyUrl || legalName || legalNotice)) return null
  return (
    <footer data-when="foot" className={cn('text-ink-soft text-small', className)}>
      {(supportEmail || termsUrl || privacyUrl) && (
        <p data-when="links" className="flex flex-wrap gap-x-5">
          {supportEmail && (
            <a data-when="supportEmail" href={`mailto:${supportEmail}`} className={look}>
              {t('support', { email: supportEmail })}
            </a>
          )}
          {termsUrl && (
            <a data-when="termsUrl" href={termsUrl} target="_blank" rel="noreferrer" className={look}>
              {t('terms')}
            </a>
          )}
          {privacyUrl && (
            <a data-when="privacyUrl" href={privacyUrl} target="_blank" rel="noreferrer" className={look}>
              {t('privacy')}
            </a>
          )}
        </p>
      )}
      {legalNotice && (
        <p data-when="legalNotice" className="mt-2">
          {legalNotice}
        </p>
      )}
      {legalName && (
        <p data-when="legalName" className="mt-2">
          {legalName}
        </p>
      )}
    </footer>
  )
}
