import { type Ref, useId } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'
import { catalogue } from '@/lib/text'
import type { SecureFailure } from './secure-failure'

const t = catalogue('secure-field', { retry: 'Load it again', loading: 'The protected field is loading' })

type Props = {
  label: string
  place: Ref<HTMLDivElement>
  state: 'loading' | 'ready' | 'failed'
  /** Said here, with a way to try again; left out where another field of the same form says it. */
  failure?: SecureFailure | undefined
  focused: boolean
  error?: string | undefined
  hint?: string | undefined
  onLabel: () => void
  onRetry: () => void
}

/**
 * What stands around a field in a frame of another origin: the page lays it out and names it. The frame cannot be reached
 * by a `<label for>`, so pressing the label focuses it by hand, and the focus ring follows the frame's events.
 */
export function SecureFrame({ label, place, state, failure, focused, error, hint, onLabel, onRetry }: Props) {
  const id = useId()
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone; the frame takes the keyboard itself */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <span id={`${id}-label`} className="block w-fit cursor-pointer text-ink text-small" onClick={onLabel}>
        {label}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw and announce a group of many */}
      <div
        role="group"
        aria-labelledby={`${id}-label`}
        aria-describedby={described || undefined}
        aria-busy={state === 'loading' || undefined}
        data-focused={focused || undefined}
        data-invalid={error ? true : undefined}
        className="mt-1.5 h-9 rounded-control border border-rule-strong bg-raised text-body text-ink hover:border-ink data-focused:border-focus data-invalid:border-bad data-focused:outline-2 data-focused:outline-focus data-invalid:shadow-[inset_3px_0_0_var(--color-bad)]"
      >
        {/* The frame's document is light; a frame whose element has another colour scheme would be opaque. */}
        <div
          ref={place}
          hidden={state === 'failed'}
          className={cn('h-full px-3', '[&_iframe]:h-full [&_iframe]:w-full [&_iframe]:[color-scheme:light]')}
        />
      </div>
      <p role="status" className="sr-only">
        {state === 'loading' && t('loading')}
      </p>
      {failure && (
        <p role="alert" className="mt-1.5 text-bad text-small">
          {failure.sentence}{' '}
          <Button variant="link" size="sm" onClick={onRetry}>
            {t('retry')}
          </Button>
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-bad text-small">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-ink-soft text-small">
          {hint}
        </p>
      )}
    </div>
  )
}
