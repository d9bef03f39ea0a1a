import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/cn'

type Props = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode
  hint?: ReactNode
  /** Why this person cannot change it; it can still be reached, and read. */
  reason?: string | undefined
}

/** A change is told although its click is called off: nobody may hear of it. */
const off: ComponentProps<'input'> = {
  'aria-disabled': true,
  onClick: (event) => event.preventDefault(),
  onChange: () => undefined,
}

/** A checkbox with its words, which are part of the target. */
export function Checkbox({ label, hint, reason, className, ...rest }: Props) {
  const note = reason ?? hint
  return (
    <label
      className={cn('flex min-h-6 cursor-pointer items-start gap-2.5 text-body has-disabled:opacity-60', className)}
    >
      <input
        {...rest}
        {...(reason !== undefined && off)}
        type="checkbox"
        className="mark-check mt-0.5 size-4.5 shrink-0 appearance-none rounded-control border border-rule-strong bg-raised checked:border-accent checked:bg-accent hover:border-ink aria-disabled:cursor-not-allowed aria-disabled:opacity-50 aria-invalid:border-bad"
      />
      <span className={reason === undefined ? undefined : 'text-ink-soft'}>
        {label}
        {note && <span className="block text-small text-ink-soft">{note}</span>}
      </span>
    </label>
  )
}
