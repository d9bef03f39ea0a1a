import { X } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import { t } from '@/components/text'
import { StateBadge } from './state-badge'

type Tone = 'good' | 'bad' | 'info'
type Toast = { id: number; tone: Tone; text: string }

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

const change = (next: readonly Toast[]): void => {
  toasts = next
  for (const listener of listeners) listener()
}

const show = (tone: Tone) => (text: string) => {
  lastId += 1
  change([...toasts.slice(-2), { id: lastId, tone, text }])
}

const dismiss = (id: number) => change(toasts.filter((toast) => toast.id !== id))

/** For what went well and for news from the background; whoever can act on an error shows it in place instead. */
export const toast = { success: show('good'), info: show('info'), error: show('bad') }

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const none: readonly Toast[] = []

/** Where toasts appear; the shell has it once. */
export function Toaster() {
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  )
  return (
    <section
      aria-label={t('notifications')}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 max-lg:bottom-18 flex flex-col items-center gap-2 sm:items-end"
    >
      {shown.map((item) => (
        <ToastView key={item.id} toast={item} />
      ))}
    </section>
  )
}

function ToastView({ toast: { id, tone, text } }: { toast: Toast }) {
  useEffect(() => {
    // Long enough to be read twice: a quarter of a second a word and four seconds to notice.
    const timer = setTimeout(() => dismiss(id), 4000 + text.split(' ').length * 250)
    return () => clearTimeout(timer)
  }, [id, text])
  return (
    <div className="pointer-events-auto flex max-w-md animate-appear items-center gap-3 rounded-panel bg-raised py-2 pr-2 pl-4 shadow-float outline-1 outline-rule">
      <StateBadge tone={tone}>
        <span className="whitespace-normal text-ink">{text}</span>
      </StateBadge>
      <button
        type="button"
        onClick={() => dismiss(id)}
        aria-label={t('dismiss')}
        className="grid size-7 shrink-0 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink"
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  )
}
