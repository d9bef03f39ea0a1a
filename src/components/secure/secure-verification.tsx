import { useEffect, useId, useRef, useState } from 'react'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'
import { catalogue } from '@/lib/text'
import { type CheckOutcome, openScreens } from './open-screens'
import { hasNoScreens, screenFailure } from './screen-failure'
import { screenStyle } from './screen-style'
import { patience, secureClient } from './secure-client'
import { SecureFailure } from './secure-failure'
import type { CheckKind } from './vendor'

const t = catalogue('secure-verification', {
  company: 'Verification of the company',
  consumer: 'Verification of your identity',
  director: 'Verification of a director',
  loading: 'The verification is loading',
  absent: 'The verification cannot be shown',
  retry: 'Try again',
})

type Props = {
  kind: CheckKind
  /** From the call that started the check. */
  reference: string
  onSubmitted: () => void
  onOutcome: (outcome: CheckOutcome) => void
  /** The vendor's screens were closed by the person. */
  onClose: () => void
  /** Trouble of any kind, also what the screens say themselves (a reference that is over). */
  onError?: (failure: SecureFailure) => void
}

/**
 * The screens of a due-diligence check, in a frame of another origin: documents and selfies go to the vendor alone. What
 * they tell says only when to ask the API where the check stands.
 */
export function SecureVerification({ kind, reference, ...given }: Props) {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(given)
  const [failure, setFailure] = useState<SecureFailure>()
  const [shown, setShown] = useState(false)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    latest.current = given
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what asks for another try
  useEffect(() => {
    const element = place.current
    if (!element) return
    const title = t(kind)
    let left = false
    let close = () => {}
    const fail = (error: unknown) => {
      if (left) return
      const trouble = screenFailure(error)
      if (hasNoScreens(trouble)) setFailure(trouble)
      latest.current.onError?.(trouble)
    }
    let late: ReturnType<typeof setTimeout> | undefined
    const stopWatching = watchFrames(element, title, () => {
      clearTimeout(late)
      setFailure((now) => (now?.code === 'SCRIPT_LATE' ? undefined : now))
      setShown(true)
    })
    const start = async () => {
      const client = await secureClient()
      if (left) return
      late = setTimeout(fail, patience, new SecureFailure('SCRIPT_LATE'))
      const options = { kind, reference, selector: `#${element.id}`, title, css: screenStyle(element) }
      close = openScreens(client, options, {
        onSubmitted: () => left || latest.current.onSubmitted(),
        onOutcome: (outcome) => left || latest.current.onOutcome(outcome),
        onClose: () => left || latest.current.onClose(),
        onError: fail,
      })
    }
    start().catch(fail)
    return () => {
      left = true
      clearTimeout(late)
      stopWatching()
      close()
      element.replaceChildren()
      setShown(false)
      setFailure(undefined)
    }
  }, [kind, reference, attempt])

  return (
    <div>
      {!failure && !shown && (
        <p role="status" className="text-ink-soft text-body">
          {t('loading')}
        </p>
      )}
      {failure && (
        <Notice
          tone="bad"
          title={t('absent')}
          actions={<Button onClick={() => setAttempt((n) => n + 1)}>{t('retry')}</Button>}
        >
          {failure.sentence}
        </Notice>
      )}
      {/* Not taken away while it is late: it may come yet. */}
      <div id={id} ref={place} hidden={failure !== undefined} />
    </div>
  )
}

/** Names each frame that the vendor's script puts in, lets it use the camera, and tells when the first has loaded. */
function watchFrames(place: HTMLElement, title: string, loaded: () => void): () => void {
  const seen = new WeakSet<HTMLIFrameElement>()
  const look = () => {
    for (const frame of place.querySelectorAll('iframe')) {
      if (seen.has(frame)) continue
      seen.add(frame)
      if (!frame.title) frame.title = title
      // Papers and a face are photographed in there. Counts for what the frame loads from now on, so the vendor's script has
      // to say it first; the page's own policy limits who may ask at all.
      if (!frame.allow) frame.allow = 'camera; microphone'
      frame.addEventListener('load', loaded)
    }
  }
  const observer = new MutationObserver(look)
  observer.observe(place, { childList: true, subtree: true })
  return () => observer.disconnect()
}
