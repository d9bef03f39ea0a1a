import { type ComponentProps, useId } from 'react'
import { DropdownMenuItem } from '@/components/ui/dropdown-menu'

type Props = ComponentProps<typeof DropdownMenuItem> & {
  /** Why this is off; undefined: it is not. */
  reason: string | undefined
}

/** An entry of a menu. Off it can still be reached; the reason stands below it, where there is room. */
export function GatedMenuItem({ reason, children, onSelect, danger = false, ...rest }: Props) {
  const id = useId()
  if (reason === undefined)
    return (
      <DropdownMenuItem {...rest} danger={danger} {...(onSelect ? { onSelect } : {})}>
        {children}
      </DropdownMenuItem>
    )
  return (
    <DropdownMenuItem
      {...rest}
      aria-disabled
      aria-labelledby={id}
      aria-describedby={`${id}-reason`}
      onSelect={(event) => event.preventDefault()}
    >
      <span className="max-w-64 py-0.5">
        <span id={id} className="text-ink-soft">
          {children}
        </span>
        <span id={`${id}-reason`} className="block text-ink-soft text-small">
          {reason}
        </span>
      </span>
    </DropdownMenuItem>
  )
}
