import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { t } from '@/components/text'
import { cn } from '@/lib/cn'
import { useReturnFocus } from './return-focus'

export const Dialog = Primitive.Root
export const DialogClose = Primitive.Close

/** The veil between the page and what is laid over it. */
export const veilClass = 'fixed inset-0 z-40 bg-[#14130f]/45 data-[state=open]:animate-appear'

export const floatingClass =
  'fixed z-50 bg-raised text-ink border border-rule shadow-float data-[state=open]:animate-appear'

type ContentProps = ComponentProps<typeof Primitive.Content> & {
  /** For questions that must be answered: no cross in the corner. */
  withoutClose?: boolean
  /** The focus waits on the dialog itself, for a field in it that comes later and takes it then. */
  focusItself?: boolean
}

export function DialogContent({
  className,
  children,
  withoutClose = false,
  focusItself = false,
  ...rest
}: ContentProps) {
  const returnFocus = useReturnFocus()
  const onOpenAutoFocus = (event: Event) => {
    returnFocus.onOpenAutoFocus()
    if (!focusItself) return
    event.preventDefault()
    if (event.target instanceof HTMLElement) event.target.focus()
  }
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={veilClass} />
      <Primitive.Content
        {...returnFocus}
        onOpenAutoFocus={onOpenAutoFocus}
        {...rest}
        className={cn(
          floatingClass,
          'inset-x-4 top-[max(1rem,12vh)] mx-auto max-h-[calc(100dvh-2rem-12vh)] max-w-lg overflow-y-auto rounded-panel p-6',
          className,
        )}
      >
        {children}
        {!withoutClose && (
          <Primitive.Close className="absolute top-4 right-4 grid size-8 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink">
            <X aria-hidden className="size-4" />
            <span className="sr-only">{t('close')}</span>
          </Primitive.Close>
        )}
      </Primitive.Content>
    </Primitive.Portal>
  )
}

export function DialogTitle({ className, ...rest }: ComponentProps<typeof Primitive.Title>) {
  return <Primitive.Title {...rest} className={cn('pr-10 font-medium text-title', className)} />
}

export function DialogDescription({ className, ...rest }: ComponentProps<typeof Primitive.Description>) {
  return <Primitive.Description {...rest} className={cn('mt-2 text-body text-ink-soft', className)} />
}

export function DialogFooter({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={cn('mt-6 flex flex-wrap justify-end gap-2', className)} />
}
