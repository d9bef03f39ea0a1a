import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/cn'

type Props = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }

/** A checkbox with its words, which are part of the target. */
export function Checkbox({ label, hint, className, ...rest }: Props) {
  return (
    <label
      className={cn('flex min-h-6 cursor-pointer items-start gap-2.5 text-body has-disabled:opacity-60', className)}
    >
      <input
        {...rest}
        type="checkbox"
        className="mark-check mt-0.5 size-4.5 shrink-0 appearance-none rounded-control border border-rule-strong bg-raised checked:border-accent checked:bg-accent hover:border-ink aria-invalid:border-bad"
      />
      <span>
        {label}
        {hint && <span className="block text-small text-ink-soft">{hint}</span>}
      </span>
    </label>
  )
}
