import { Check } from 'lucide-react'
import { DropdownMenu as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

/** Beside the page rather than over it: a menu that hid the page from screen readers would hide what still takes focus. */
export function DropdownMenu(props: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root modal={false} {...props} />
}
export const DropdownMenuTrigger = Primitive.Trigger
export const DropdownMenuRadioGroup = Primitive.RadioGroup

const itemClass =
  'flex min-h-8 cursor-default select-none items-center gap-2 px-3 py-1 text-body outline-none data-disabled:text-ink-faint data-highlighted:bg-accent-wash [&_svg]:size-4 [&_svg]:text-ink-soft'

export function DropdownMenuContent({ className, sideOffset = 4, ...rest }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        {...rest}
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(
          'z-50 min-w-44 rounded-panel bg-raised py-1 text-ink shadow-float border border-rule data-[state=open]:animate-appear',
          className,
        )}
      />
    </Primitive.Portal>
  )
}

type ItemProps = ComponentProps<typeof Primitive.Item> & { danger?: boolean }

export function DropdownMenuItem({ className, danger = false, ...rest }: ItemProps) {
  return <Primitive.Item {...rest} className={cn(itemClass, danger && 'text-bad', className)} />
}

export function DropdownMenuCheckboxItem({
  className,
  children,
  ...rest
}: ComponentProps<typeof Primitive.CheckboxItem>) {
  return (
    <Primitive.CheckboxItem {...rest} className={cn(itemClass, 'relative pl-8', className)}>
      <Primitive.ItemIndicator className="absolute left-2.5">
        <Check aria-hidden />
      </Primitive.ItemIndicator>
      {children}
    </Primitive.CheckboxItem>
  )
}

export function DropdownMenuRadioItem({ className, children, ...rest }: ComponentProps<typeof Primitive.RadioItem>) {
  return (
    <Primitive.RadioItem {...rest} className={cn(itemClass, 'relative pl-8', className)}>
      <Primitive.ItemIndicator className="absolute left-2.5">
        <Check aria-hidden />
      </Primitive.ItemIndicator>
      {children}
    </Primitive.RadioItem>
  )
}

export function DropdownMenuLabel({ className, ...rest }: ComponentProps<typeof Primitive.Label>) {
  return <Primitive.Label {...rest} className={cn('px-3 pt-2 pb-1 text-ink-soft text-micro', className)} />
}

export function DropdownMenuSeparator({ className, ...rest }: ComponentProps<typeof Primitive.Separator>) {
  return <Primitive.Separator {...rest} className={cn('my-1 h-px bg-rule', className)} />
}
