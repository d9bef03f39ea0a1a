import type { ReactNode } from 'react'

export type Definition = { term: string; description: ReactNode }

/** Facts about one thing: the term left, what holds right, a hairline between. */
export function Definitions({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="divide-y divide-rule border-rule border-y">
      {items.map(({ term, description }) => (
        <div key={term} className="grid gap-x-6 py-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="text-ink-soft">{term}</dt>
          <dd className="min-w-0 break-words">{description}</dd>
        </div>
      ))}
    </dl>
  )
}
