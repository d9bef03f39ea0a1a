import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { t } from '@/components/text'
import { cn } from '@/lib/cn'
import { floatingClass, veilClass } from './dialog'
import { useReturnFocus } from './return-focus'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  side?: 'left' | 'right'
  children: ReactNode
}

/** A panel from the edge: navigation on a phone, the details of a row on a desk. */
export function Sheet({ open, onOpenChange, title, side = 'right', children }: Props) {
  const returnFocus = useReturnFocus()
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={veilClass} />
        <Primitive.Content
          {...returnFocus}
          aria-describedby={undefined}
          className={cn(
            floatingClass,
            'inset-y-0 flex w-[min(32rem,92vw)] flex-col overflow-y-auto p-6',
            side === 'left' ? 'left-0' : 'right-0',
          )}
        >
          <div className="mb-5 flex items-start justify-between gap-4">
            <Primitive.Title className="font-medium text-title">{title}</Primitive.Title>
            <Primitive.Close className="grid size-8 shrink-0 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink">
              <X aria-hidden className="size-4" />
              <span className="sr-only">{t('close')}</span>
            </Primitive.Close>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
