import { useFormContext } from 'react-hook-form'
import { Checkbox } from '@/components/ui/checkbox'
import { brand } from '@/lib/brand'
import type { ConsumerDraft } from './draft'
import { t } from './text'

const look = 'text-accent underline underline-offset-4'

/** The terms, to be read and accepted; nothing is ticked for anybody. */
export function Terms({ missing }: { missing: boolean }) {
  const { register } = useFormContext<ConsumerDraft>()
  const { name, legalName, termsUrl, privacyUrl } = brand()
  return (
    <div>
      <Checkbox
        {...register('acceptedTerms')}
        id="accepted-terms"
        label={t('terms', { name: legalName ?? name })}
        aria-invalid={missing || undefined}
        aria-describedby={missing ? 'accepted-terms-error' : undefined}
      />
      <p className="mt-2 flex flex-wrap gap-x-4 text-ink-soft text-small">
        {termsUrl ? (
          <>
            {t('termsLinks')}
            <a href={termsUrl} target="_blank" rel="noreferrer" className={look}>
              {t('termsLink')}
            </a>
            {privacyUrl && (
              <a href={privacyUrl} target="_blank" rel="noreferrer" className={look}>
                {t('privacyLink')}
              </a>
            )}
          </>
        ) : (
          t('termsNowhere')
        )}
      </p>
      {missing && (
        <p id="accepted-terms-error" className="mt-2 text-bad text-small">
          {t('terms_EMPTY')}
        </p>
      )}
      <p className="mt-2 text-ink-soft text-small">{t('address_ip')}</p>
    </div>
  )
}
