import { type Ref, useId, useImperativeHandle, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/cn'
import { catalogue } from '@/lib/text'
import type { SecureKind } from './secure-client'
import { type SecureHandle, useSecureInput } from './secure-input'

const t = catalogue('secure-field', {
  failed: 'The protected field could not be loaded. An ad blocker or a slow connection may be in the way.',
  retry: 'Load it again',
  loading: 'The protected field is loading',
})

type Props = {
  label: string
  name: string
  kind: SecureKind
  handle: Ref<SecureHandle>
  error?: string | undefined
  autoFocus?: boolean
  onEnter?: () => void
}

/**
 * A field in a frame of another origin: the page lays it out and names it, and asks for a token. The frame cannot be
 * reached by a `<label for>`, so pressing the label focuses it by hand, and the focus ring follows the frame's events.
 */
export function SecureField({ label, name, kind, handle: ref, error, autoFocus = false, onEnter }: Props) {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const { state, focused, handle, tryAgain } = useSecureInput(place, { label, name, kind, autoFocus, onEnter })
  useImperativeHandle(ref, () => handle)

  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone; the frame takes the keyboard itself */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <span id={`${id}-label`} className="block w-fit cursor-pointer text-ink text-small" onClick={handle.focus}>
        {label}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw and announce a group of many */}
      <div
        role="group"
        aria-labelledby={`${id}-label`}
        aria-describedby={error ? `${id}-error` : undefined}
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
      {state === 'failed' && (
        <p role="alert" className="mt-1.5 text-bad text-small">
          {t('failed')}{' '}
          <Button variant="link" size="sm" onClick={tryAgain}>
            {t('retry')}
          </Button>
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-bad text-small">
          {error}
        </p>
      )}
    </div>
  )
}
