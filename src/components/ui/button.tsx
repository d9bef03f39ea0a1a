import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps, MouseEvent } from 'react'
import { cn } from '@/lib/cn'

/** The look of a button, also for links that act like one: `<Link className={buttonClass({ variant: 'primary' })}>`. */
export const buttonClass = cva(
  'relative inline-flex shrink-0 select-none items-center justify-center gap-2 overflow-hidden whitespace-nowrap rounded-control border font-medium transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-default data-off:cursor-not-allowed data-off:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'border-fill bg-fill text-fill-ink hover:border-fill-strong hover:bg-fill-strong',
        secondary: 'border-rule-strong bg-raised text-ink hover:border-ink hover:bg-sunken',
        ghost: 'border-transparent bg-transparent text-ink hover:bg-sunken',
        danger: 'border-bad-fill bg-bad-fill text-bad-fill-ink hover:border-bad-fill-strong hover:bg-bad-fill-strong',
        link: 'h-auto! border-0! border-transparent bg-transparent px-0! text-accent underline decoration-1 underline-offset-4 hover:text-accent-strong hover:decoration-2',
      },
      size: {
        sm: 'h-7 px-2.5 text-small',
        md: 'h-9 px-4 text-body',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

type Props = ComponentProps<'button'> &
  VariantProps<typeof buttonClass> & {
    /** Something is under way: the width stays, the label stays readable, presses do nothing. */
    busy?: boolean
  }

export function Button({ variant, size, busy = false, className, type = 'button', onClick, children, ...rest }: Props) {
  // A busy button keeps the focus, which the `disabled` attribute would take away.
  const press = (event: MouseEvent<HTMLButtonElement>) => (busy ? event.preventDefault() : onClick?.(event))
  return (
    <button
      {...rest}
      type={type}
      className={cn(buttonClass({ variant, size }), className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={press}
    >
      {children}
      {busy && <span aria-hidden className="absolute bottom-0 left-0 h-0.5 w-2/5 animate-run bg-current" />}
    </button>
  )
}
