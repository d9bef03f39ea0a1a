import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

export function Label({ className, htmlFor, children, ...rest }: ComponentProps<'label'> & { htmlFor: string }) {
  return (
    <label {...rest} htmlFor={htmlFor} className={cn('block text-small text-ink', className)}>
      {children}
    </label>
  )
}
