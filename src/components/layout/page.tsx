import { Link, type LinkProps } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { pageTitle } from '@/lib/brand'
import { cn } from '@/lib/cn'

type Props = {
  title: string
  subtitle?: ReactNode
  back?: LinkProps & { label: string }
  actions?: ReactNode
  /** For forms and texts: a measure that can be read. */
  narrow?: boolean
  children: ReactNode
}

/** A page: names itself in the tab, has the one h1, and starts there for a keyboard or a screen reader. */
export function Page({ title, subtitle, back, actions, narrow = false, children }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = pageTitle(title)
  }, [title])
  useEffect(() => {
    // On the first load the browser's own start of the page is right; and a form that has focused a field keeps it.
    const taken = frame.current?.contains(document.activeElement)
    if (navigated() && !taken) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={frame} className={cn('mx-auto w-full px-4 pt-6 pb-16 sm:px-8', narrow ? 'max-w-2xl' : 'max-w-6xl')}>
      {back && <BackLink {...back} />}
      <header className="relative mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 border-ink border-b pb-4 before:absolute before:-bottom-0.5 before:left-0 before:h-[3px] before:w-10 before:bg-needle">
        <div className="min-w-0">
          <h1 ref={heading} tabIndex={-1} className="font-medium text-page tracking-tight">
            {title}
          </h1>
          {subtitle && <div className="mt-1 text-ink-soft">{subtitle}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

function BackLink({ label, ...link }: LinkProps & { label: string }) {
  return (
    <Link
      {...link}
      className="mb-3 inline-flex min-h-6 items-center gap-1.5 text-ink-soft text-small hover:text-ink hover:underline"
    >
      <ArrowLeft aria-hidden className="size-3.5" />
      {label}
    </Link>
  )
}

let pages = 0
/** False for the first page of a visit. */
const navigated = (): boolean => {
  pages += 1
  return pages > 1
}
