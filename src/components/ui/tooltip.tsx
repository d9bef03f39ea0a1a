import { Tooltip as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'

type Props = {
  /** Words only; anything that can be pressed belongs elsewhere. */
  text: ReactNode
  /** The one element that is explained; it must take focus. */
  children: ReactNode
  side?: 'top' | 'right' | 'bottom' | 'left'
}

/** A few words on hover or focus. Never the only place where something is said. */
export function Tooltip({ text, children, side = 'top' }: Props) {
  return (
    <Primitive.Provider delayDuration={300}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-64 rounded-control bg-ink px-2 py-1 text-paper text-small"
          >
            {text}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  )
}
