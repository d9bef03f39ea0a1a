import { useId } from 'react'
import { useFormContext } from 'react-hook-form'
import { Checkbox } from '@/components/ui/checkbox'
import { brand } from '@/lib/brand'
import type { CorporateDraft } from './draft'
import { t } from './text'

const look = 'inline-flex min-h-6 items-center text-accent underline hover:text-ink'

/** What is accepted, where it can be read, and what is recorded about it. Nothing is ticked for anybody. */
export function Terms() {
  const id = useId()
  const { register, formState } = useFormContext<CorporateDraft>()
  const { termsUrl, privacyUrl, legalName, name, supportEmail } = brand()
  const error = formState.errors.acceptedTerms?.message
  const whose = { name: legalName ?? name }
  return (
    <section aria-label={t('termsTitle')} className="space-y-3">
      <h3 className="font-medium text-lead">{t('termsTitle')}</h3>
      {(termsUrl || privacyUrl) && (
        <ul>
          {termsUrl && <Reading href={termsUrl} label={t('readTerms')} />}
          {privacyUrl && <Reading href={privacyUrl} label={t('readPrivacy')} />}
        </ul>
      )}
      {!termsUrl && (
        <p className="text-ink-soft">{supportEmail ? t('askTerms', { email: supportEmail }) : t('askTermsNobody')}</p>
      )}
      <Checkbox
        {...register('acceptedTerms')}
        label={termsUrl ? t('accept', whose) : t('acceptUnlinked', whose)}
        aria-required
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
      />
      {error && (
        <p id={id} className="text-bad text-small">
          {error}
        </p>
      )}
      <p className="text-ink-soft text-small">{t('recorded')}</p>
      <p className="text-ink-soft text-small">{t('consentLater')}</p>
    </section>
  )
}

function Reading({ href, label }: { href: string; label: string }) {
  return (
    <li>
      <a href={href} target="_blank" rel="noreferrer" className={look}>
        {label}
      </a>
    </li>
  )
}
