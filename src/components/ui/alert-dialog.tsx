import { AlertDialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { t } from '@/components/text'
import { Button } from './button'
import { floatingClass, veilClass } from './dialog'
import { useReturnFocus } from './return-focus'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  text?: ReactNode
  confirmLabel: string
  cancelLabel?: string
  onConfirm: () => void
  /** The deed cannot be undone. */
  danger?: boolean
  busy?: boolean
  /** More than words: what exactly will happen, or why it failed. */
  children?: ReactNode
}

/** Asks before something happens. The safe answer has the focus; Escape is the safe answer. */
export function AlertDialog({
  open,
  onOpenChange,
  title,
  text,
  confirmLabel,
  cancelLabel,
  onConfirm,
  danger,
  busy,
  children,
}: Props) {
  const returnFocus = useReturnFocus()
  return (
    <Primitive.Root open={open} onOpenChange={(next) => !busy && onOpenChange(next)}>
      <Primitive.Portal>
        <Primitive.Overlay className={veilClass} />
        <Primitive.Content
          {...returnFocus}
          className={`${floatingClass} inset-x-4 top-[max(1rem,16vh)] mx-auto max-h-[calc(100dvh-2rem-16vh)] max-w-md overflow-y-auto rounded-panel p-6`}
          {...(text ? {} : { 'aria-describedby': undefined })}
        >
          <Primitive.Title className="font-medium text-title">{title}</Primitive.Title>
          {text && <Primitive.Description className="mt-2 text-body text-ink-soft">{text}</Primitive.Description>}
          {children && <div className="mt-4">{children}</div>}
          <div className="mt-6 flex flex-wrap justify-end gap-2">
            <Primitive.Cancel asChild>
              <Button>{cancelLabel ?? t('cancel')}</Button>
            </Primitive.Cancel>
            <Button variant={danger ? 'danger' : 'primary'} busy={busy ?? false} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
