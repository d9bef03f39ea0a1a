import type { MouseEvent } from 'react'
import type { PageConfig } from '#contract/session'
import { buttonClass } from '@/components/ui/button'
import { t } from '../text'

const others = [
  { to: 'phone', href: '/sign-in?step=phone', words: 'byPhone' },
  { to: '/lost-password', href: '/lost-password', words: 'lost' },
] as const
export type OtherWay = (typeof others)[number]['to']

type Props = {
  registrations: PageConfig['registrations']
  onGo: (to: OtherWay) => void
}

/** The other ways in. Plain links, so that they lead on before any script has run. */
export function WaysIn({ registrations, onGo }: Props) {
  const look = buttonClass({ variant: 'link', size: 'sm' })
  const within = (to: OtherWay) => (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    onGo(to)
  }
  return (
    <nav aria-label={t('others')} className="mt-5 flex flex-wrap gap-x-5 gap-y-2">
      {others.map(({ to, href, words }) => (
        <a key={to} href={href} onClick={within(to)} className={look}>
          {t(words)}
        </a>
      ))}
      {registrations.map((type) => (
        <a key={type} data-when={`register-${type}`} href={`/onboarding/${type.toLowerCase()}`} className={look}>
          {t(`register.${type}`)}
        </a>
      ))}
    </nav>
  )
}
