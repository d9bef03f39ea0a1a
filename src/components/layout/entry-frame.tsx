import type { ReactNode } from 'react'

/**
 * The sheet on which a person is let in. The needle and the rule beside it are the console's mark: an instrument that
 * shows where you stand.
 */
export function EntryFrame({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] sm:grid-cols-[minmax(2rem,1fr)_minmax(0,24rem)_3.5rem_minmax(2rem,2fr)]">
      <header className="px-6 pt-6 sm:col-start-2 sm:px-0 sm:pt-[12vh]">
        <p className="flex items-center gap-2.5 font-medium">
          <Mark />
          Multi Console
        </p>
      </header>
      <main className="px-6 pt-10 pb-16 sm:col-start-2 sm:px-0">
        <h1 className="font-medium text-page tracking-tight">{title}</h1>
        {lead && <p className="mt-1 text-ink-soft text-lead">{lead}</p>}
        <div className="mt-8">{children}</div>
      </main>
      <Scale />
    </div>
  )
}

export function Mark() {
  return (
    <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true">
      <path
        d="M1 15.5h18M3 15.5v-4M6.5 15.5v-2.5M10 15.5v-4M13.5 15.5v-2.5M17 15.5v-4"
        className="stroke-ink"
        fill="none"
      />
      <path d="M12.5 2v13.5" className="stroke-needle" strokeWidth="2" />
    </svg>
  )
}

/** A measuring scale along the edge of a wide sheet: only a drawing, and cheap to paint. */
function Scale() {
  return (
    <div
      aria-hidden="true"
      className="relative col-start-4 row-span-2 row-start-1 hidden overflow-hidden border-rule border-l sm:block"
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
