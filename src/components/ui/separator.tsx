import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

export function Separator({ className, ...rest }: ComponentProps<'hr'>) {
  return <hr {...rest} className={cn('border-0 border-rule border-t', className)} />
}
