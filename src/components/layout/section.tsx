import { type ReactNode, useId } from 'react'

type Props = { title: string; actions?: ReactNode; children: ReactNode }

/** A part of a page under its own heading; a hairline and space set it off, no box. */
export function Section({ title, actions, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mt-10 first:mt-0">
      <div className="mb-3 flex min-h-7 flex-wrap items-center justify-between gap-3">
        <h2 id={id} className="font-medium text-lead">
          {title}
        </h2>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  )
}
