import { brand } from '@/lib/brand'
import { cn } from '@/lib/cn'
import { t } from './text'

const look = 'inline-flex min-h-6 items-center break-all hover:text-ink hover:underline'

const away = { target: '_blank', rel: 'noreferrer' }

/**
 * Whom to ask, and what holds: whatever the configuration says of it. `data-when` names what a part depends on, for the
 * sign-in page that is built before that is known (scripts/prerender).
 */
export function BrandFoot({ className }: { className?: string }) {
  const { supportEmail, termsUrl, privacyUrl, legalName, legalNotice } = brand()
  const links = [
    ['supportEmail', supportEmail && `mailto:${supportEmail}`, t('support', { email: supportEmail ?? '' })],
    ['termsUrl', termsUrl, t('terms')],
    ['privacyUrl', privacyUrl, t('privacy')],
  ] as const
  const lines = [
    ['legalNotice', legalNotice],
    ['legalName', legalName],
  ] as const
  if (![...links, ...lines].some(([, said]) => said)) return null
  return (
    <footer data-when="foot" className={cn('text-ink-soft text-small', className)}>
      <p data-when="links" className="flex flex-wrap gap-x-5">
        {links.map(
          ([when, href, words]) =>
            href && (
              <a key={when} data-when={when} href={href} {...(when === 'supportEmail' ? {} : away)} className={look}>
                {words}
              </a>
            ),
        )}
      </p>
      {lines.map(
        ([when, words]) =>
          words && (
            <p key={when} data-when={when} className="mt-2">
              {words}
            </p>
          ),
      )}
    </footer>
  )
}
