import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

/** A label on a thing: a count, an environment, a kind. For states of the business use StateBadge. */
export function Badge({ className, ...rest }: ComponentProps<'span'>) {
  return (
    <span
      {...rest}
      className={cn(
        'figures inline-flex items-center gap-1 whitespace-nowrap rounded-control border border-rule-strong px-1.5 font-medium text-ink-soft text-micro',
        className,
      )}
    />
  )
}
