import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

/** Holds the place of what is coming. Give it the size of the thing, and say "loading" once, elsewhere. */
export function Skeleton({ className, ...rest }: ComponentProps<'span'>) {
  return <span aria-hidden {...rest} className={cn('block h-3.5 animate-breathe rounded-control bg-rule', className)} />
}
