import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { catalogue } from '@/lib/text'
import { lookOf, onTheme } from './look'
import { associate, openSpan, restyled } from './open-span'
import { patience, secureClient } from './secure-client'
import { SecureFailure } from './secure-failure'
import { shownFailure } from './shown-failure'
import type { ShownKind, VendorSpan } from './vendor'

const t = catalogue('secure-value', {
  cardNumber: 'Card number',
  cvv: 'Security code',
  cardPin: 'Card PIN',
  loading: '{what} is loading',
  shown: '{what} is shown',
  retry: 'Try again',
})

type Props = {
  kind: ShownKind
  /** From the card; it shows its value once, within a minute. */
  token: string
  /** Gets the pass of `POST /api/session/display`. */
  pass: () => Promise<string>
  onReady?: () => void
  onShown?: () => void
  /** The token may be used up: the owner reads the card again for a new one. */
  onError?: (failure: SecureFailure) => void
  /** Asks the owner for a fresh token. Left out: there is no button. */
  onRetry?: () => void
}

/** A card's value in a frame of another origin: it is read there, and never reaches this page. */
export function SecureValue({ kind, token, ...given }: Props) {
  const place = useRef<HTMLSpanElement>(null)
  const latest = useRef(given)
  const [state, setState] = useState<'loading' | 'ready' | 'shown' | SecureFailure>('loading')

  useEffect(() => {
    latest.current = given
  })

  useEffect(() => {
    const element = place.current
    if (!element) return
    let left = false
    let span: VendorSpan | undefined
    let stopTheme = () => {}
    let late: ReturnType<typeof setTimeout> | undefined
    const move = (to: 'ready' | 'shown') => {
      if (left) return
      clearTimeout(late)
      setState((now) => (to === 'ready' && now === 'shown' ? now : to))
      if (to === 'ready') latest.current.onReady?.()
      else latest.current.onShown?.()
    }
    const fail = (error: unknown) => {
      if (left) return
      clearTimeout(late)
      const failure = shownFailure(error)
      setState(failure)
      latest.current.onError?.(failure)
    }
    const start = async () => {
      const [client, pass] = await Promise.all([secureClient(), latest.current.pass()])
      if (left) return
      late = setTimeout(fail, patience, new SecureFailure('SCRIPT_LATE'))
      await associate(client, pass)
      if (left) return
      span = openSpan(client, { kind, token, title: t(kind), style: lookOf(element) })
      span.on('ready', () => move('ready'))
      span.on('shown', () => move('shown'))
      span.on('error', fail)
      span.mount(element)
      stopTheme = onTheme(() => span?.update?.(restyled(client, lookOf(element))))
    }
    // A pass and a token are worth one showing: an effect that is run and taken back at once must not use them up.
    const begun = setTimeout(() => start().catch(fail))
    return () => {
      left = true
      clearTimeout(begun)
      clearTimeout(late)
      stopTheme()
      if (span) (span.destroy ?? span.unmount)?.()
      setState('loading')
    }
  }, [kind, token])

  const failure = state instanceof SecureFailure ? state : undefined
  return (
    <span className="block">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw and announce a group of many */}
      <span
        ref={place}
        role="group"
        aria-label={t(kind)}
        aria-busy={state === 'loading' || undefined}
        hidden={failure !== undefined}
        className="figures block h-6 text-body text-ink [&_iframe]:[color-scheme:light]"
      />
      <span role="status" className="sr-only">
        {state === 'loading' && t('loading', { what: t(kind) })}
        {state === 'shown' && t('shown', { what: t(kind) })}
      </span>
      {failure && (
        <span role="alert" className="block text-bad text-small">
          {failure.sentence}{' '}
          {given.onRetry && (
            <Button variant="link" size="sm" onClick={given.onRetry}>
              {t('retry')}
            </Button>
          )}
        </span>
      )}
    </span>
  )
}
