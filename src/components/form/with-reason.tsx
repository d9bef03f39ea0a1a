import { Tooltip } from 'radix-ui'
import { type ReactElement, type ReactNode, useId, useRef, useState } from 'react'

/** What a control that is off spreads on itself: it stays visible and in the tab order, and says why. */
type OffProps = { 'aria-disabled': true; 'aria-describedby': string; 'data-off': true }

type Props = {
  reason: string | undefined
  /** One element, which takes the props; the same one on and off, so that a change does not take the focus away. */
  children: (off: OffProps | undefined) => ReactElement
}

/**
 * The reason why a control is off: read with the control, shown at its side under pointer and focus, and on a press,
 * which is all that a finger has.
 */
export function WithReason({ reason, children }: Props): ReactNode {
  const id = useId()
  const [open, setOpen] = useState(false)
  const held = useRef(false)
  // A tooltip goes away by a press; this one comes by it.
  const hold = () => {
    held.current = true
    queueMicrotask(() => {
      held.current = false
    })
  }
  const press = () => {
    hold()
    if (reason !== undefined) setOpen(true)
  }
  const off = reason === undefined ? undefined : offProps(id)
  return (
    <Tooltip.Provider delayDuration={150}>
      <Tooltip.Root
        open={open && off !== undefined}
        onOpenChange={(next) => {
          if (next || !held.current) setOpen(next)
        }}
      >
        <Tooltip.Trigger asChild onPointerDown={hold} onClick={press}>
          {children(off)}
        </Tooltip.Trigger>
        {reason !== undefined && (
          <>
            <span id={id} hidden>
              {reason}
            </span>
            <Tooltip.Portal>
              <Tooltip.Content
                sideOffset={6}
                collisionPadding={8}
                className="z-50 max-w-[min(20rem,calc(100vw-1rem))] rounded-panel border border-rule bg-raised px-3 py-2 text-ink text-small shadow-float data-[state=delayed-open]:animate-appear"
              >
                {reason}
              </Tooltip.Content>
            </Tooltip.Portal>
          </>
        )}
      </Tooltip.Root>
    </Tooltip.Provider>
  )
}

const offProps = (id: string): OffProps => ({ 'aria-disabled': true, 'aria-describedby': id, 'data-off': true })
