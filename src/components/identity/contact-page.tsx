import type { ReactNode } from 'react'
import { Notice } from '@/components/feedback/notice'
import { AbsentPage } from '@/components/layout/absent-page'
import { Definitions } from '@/components/layout/definition-list'
import { Page } from '@/components/layout/page'
import { brand } from '@/lib/brand'
import { useWords } from '@/lib/faces'
import { type Check, isFixed } from './fixed'
import { t } from './text'

type Reading<T> = { data: T | undefined; error: unknown; isFetching: boolean; refetch: () => Promise<unknown> }

type Props = {
  title: string
  lead: string
  /** What the page that this belongs to is called. */
  profile: string
  /** The address or number as it is. */
  present: string | undefined
  query: Reading<unknown>
  check: Reading<Check>
  /** There is something to do even where it cannot be changed: it is to be proved. */
  open?: boolean
  children: ReactNode
}

/** How somebody is reached: what it is now, and what can be done about it. Where the check has fixed it, why not. */
export function ContactPage({ title, lead, profile, present, query, check, open = false, children }: Props) {
  const w = useWords(t)
  const back = { to: '/profile', label: profile } as const
  if (!query.data || !check.data) {
    const words = { loading: w('loading'), notFound: w('notFound'), notLoaded: w('notLoaded') }
    return <AbsentPage title={title} back={back} query={query.data ? check : query} words={words} />
  }
  const support = brand().supportEmail ?? w('fixed.support', { name: brand().name })
  return (
    <Page title={title} subtitle={lead} back={back} narrow>
      <Definitions items={[{ term: w('email.present'), description: present }]} />
      <div className="mt-8">
        {isFixed(check.data) && !open ? (
          <Notice tone="info" title={w('fixed.title')}>
            {w('fixed.why', { support })}
          </Notice>
        ) : (
          children
        )}
      </div>
    </Page>
  )
}
