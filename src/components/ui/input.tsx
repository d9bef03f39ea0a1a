import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

/** What input, select and textarea have in common. */
export const controlClass =
  'w-full rounded-control border border-rule-strong bg-raised px-3 text-body text-ink transition-colors duration-100 hover:border-ink focus-visible:border-focus focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:border-rule disabled:bg-sunken disabled:text-ink-faint aria-invalid:border-bad aria-invalid:shadow-[inset_3px_0_0_var(--color-bad)]'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={cn(controlClass, 'h-9 read-only:bg-sunken', className)} />
}
