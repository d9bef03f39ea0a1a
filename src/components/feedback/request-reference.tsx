import { t } from '@/components/text'
import { CopyButton } from './copy-button'

/** The reference under which support finds the request. */
export function RequestReference({ value }: { value: string | undefined }) {
  if (!value) return null
  return (
    <p className="mt-1.5 text-ink-soft text-small">
      {t('reference')} <code className="break-all font-mono text-ink">{value}</code>{' '}
      <CopyButton value={value} what={t('reference')} />
    </p>
  )
}
