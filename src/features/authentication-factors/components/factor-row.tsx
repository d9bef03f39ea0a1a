import { type ReactNode, useId } from 'react'
import type { SCAFactor } from '#contract/authentication-factors'
import { StateBadge } from '@/components/feedback/state-badge'
import { t } from '../text'

type Props = {
  title: string
  text: string
  status: SCAFactor['status'] | undefined
  /** The status in words. */
  standing: string
  actions?: ReactNode
  /** What is under way or went wrong. */
  children?: ReactNode
}

const tones = { ACTIVE: 'good', PENDING_VERIFICATION: 'wait', INACTIVE: 'bad' } as const

/** One way to prove who one is: what it is, how it stands, what can be done about it. */
export function FactorRow({ title, text, status, standing, actions, children }: Props) {
  const id = useId()
  return (
    <li aria-labelledby={id} className="grid gap-x-6 gap-y-3 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 id={id} className="font-medium">
          {title}
        </h3>
        <p className="mt-0.5 max-w-prose text-ink-soft">{text}</p>
        <p className="mt-2">
          <StateBadge tone={status ? tones[status] : 'neutral'}>{standing}</StateBadge>
        </p>
      </div>
      {actions && <div className="flex flex-wrap items-start gap-2 sm:justify-end">{actions}</div>}
      {children && <div className="sm:col-span-2">{children}</div>}
    </li>
  )
}

/** What a status means for a channel; nothing is there before it is set up. */
export function standingOf(channel: SCAFactor['channel'], status: SCAFactor['status'] | undefined): string {
  if (status === undefined) return t('status.none')
  return status === 'PENDING_VERIFICATION' ? t(`status.${channel}.${status}`) : t(`status.${status}`)
}
