import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

/** A sheet laid on the paper. Not for grouping, which hairlines and space do, and never inside another card. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={cn('rounded-panel border border-rule bg-raised p-5', className)} />
}
