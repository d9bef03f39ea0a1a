import type { ReactNode } from 'react'
import { brand } from '@/lib/brand'
import { cn } from '@/lib/cn'
import { BrandFoot } from './brand-foot'
import { BrandMark } from './brand-mark'

type Props = {
  title: string
  lead?: string
  /** For wizards, whose steps stand beside their fields. */
  wide?: boolean
  children: ReactNode
}

/**
 * The sheet on which a person is let in. It stands before there is a router (the sign-in page is in the served HTML), so
 * what leads back to the sign-in is a plain link.
 */
export function EntryFrame({ title, lead, wide = false, children }: Props) {
  return (
    <div className={cn('grid min-h-dvh grid-rows-[auto_1fr_auto]', wide ? wideColumns : columns)}>
      <header className={cn('px-6 pt-6 sm:col-start-2 sm:px-0', wide ? 'sm:pt-12' : 'sm:pt-[12vh]')}>
        <a href="/sign-in" className="inline-flex min-h-6 items-center gap-2.5 font-medium">
          <BrandMark />
          {brand().name}
        </a>
      </header>
      <main className="min-w-0 px-6 pt-10 pb-16 sm:col-start-2 sm:px-0">
        <h1 className="font-medium text-page tracking-tight">{title}</h1>
        {lead && <p className="mt-1 text-ink-soft text-lead">{lead}</p>}
        <div className="mt-8">{children}</div>
      </main>
      <BrandFoot className="px-6 pb-8 sm:col-start-2 sm:px-0" />
      {!wide && <Scale />}
    </div>
  )
}

const columns = 'sm:grid-cols-[minmax(2rem,1fr)_minmax(0,24rem)_3.5rem_minmax(2rem,2fr)]'
const wideColumns = 'sm:grid-cols-[minmax(2rem,1fr)_minmax(0,56rem)_minmax(2rem,1fr)]'

/** A measuring scale along the edge of a wide sheet: only a drawing, and cheap to paint. */
function Scale() {
  return (
    <div
      aria-hidden="true"
      className="relative col-start-4 row-span-3 row-start-1 hidden overflow-hidden border-rule border-l sm:block"
    >
      <svg aria-hidden="true" width="100%" height="100%" className="absolute inset-0 text-rule-strong">
        <defs>
          <pattern id="scale" width="96" height="12" patternUnits="userSpaceOnUse">
            <path d="M0 0.5H10" stroke="currentColor" strokeOpacity="0.55" />
          </pattern>
          <pattern id="scale-main" width="96" height="60" patternUnits="userSpaceOnUse">
            <path d="M0 0.5H22" stroke="currentColor" />
          </pattern>
        </defs>
        <rect width="96" height="100%" fill="url(#scale)" />
        <rect width="96" height="100%" fill="url(#scale-main)" />
      </svg>
      <div className="absolute top-[19.1rem] left-0 h-0.5 w-16 bg-needle" />
    </div>
  )
}
