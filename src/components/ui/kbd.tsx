import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

export function Kbd({ className, ...rest }: ComponentProps<'kbd'>) {
  return (
    <kbd
      {...rest}
      className={cn(
        'inline-block min-w-5 rounded-control border border-rule-strong px-1 text-center font-mono text-ink-soft text-micro',
        className,
      )}
    />
  )
}
