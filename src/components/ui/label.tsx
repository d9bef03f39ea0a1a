import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

export function Label({ className, children, ...rest }: ComponentProps<'label'> & { htmlFor: string }) {
  return (
    <label {...rest} className={cn('block text-small font-medium text-ink', className)}>
      {children}
    </label>
  )
}
