import type { ReactNode } from 'react'

type Props = { title: string; text: ReactNode; action?: ReactNode }

/** There is nothing, and that is fine: says what would stand here and how it comes about. */
export function EmptyState({ title, text, action }: Props) {
  return (
    <div className="max-w-md py-10">
      <p className="font-medium text-lead">{title}</p>
      <p className="mt-1 text-ink-soft">{text}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
