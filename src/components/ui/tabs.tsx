import { Tabs as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

export const Tabs = Primitive.Root

export function TabsList({ className, ...rest }: ComponentProps<typeof Primitive.List>) {
  return <Primitive.List {...rest} className={cn('flex gap-6 overflow-x-auto border-rule border-b', className)} />
}

export function TabsTrigger({ className, ...rest }: ComponentProps<typeof Primitive.Trigger>) {
  return (
    <Primitive.Trigger
      {...rest}
      className={cn(
        '-mb-px h-10 min-w-6 whitespace-nowrap border-transparent border-b-2 text-body text-ink-soft hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-needle data-[state=active]:font-medium data-[state=active]:text-ink',
        className,
      )}
    />
  )
}

export function TabsContent({ className, ...rest }: ComponentProps<typeof Primitive.Content>) {
  return <Primitive.Content {...rest} className={cn('pt-5', className)} />
}
