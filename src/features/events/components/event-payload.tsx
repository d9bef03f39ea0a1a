import { CopyButton } from '@/components/feedback/copy-button'
import { Section } from '@/components/layout/section'
import { t } from '../text'

/** What the message says, as JSON to read and to copy. */
export function EventPayload({ payload }: { payload: unknown }) {
  if (payload === undefined)
    return (
      <Section title={t('payload')}>
        <p className="text-ink-soft">{t('noPayload')}</p>
      </Section>
    )
  const text = JSON.stringify(payload, null, 2)
  return (
    <Section title={t('payload')} actions={<CopyButton value={text} what={t('thePayload')} />}>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of a keyboard
        tabIndex={0}
        aria-label={t('thePayloadText')}
        className="max-h-128 overflow-auto border-rule border-y bg-sunken px-4 py-3 "
      >
        <pre className="font-mono text-small">{text}</pre>
      </section>
      {text.includes('"[removed]"') && <p className="mt-2 text-ink-soft text-small">{t('secrets')}</p>}
    </Section>
  )
}
