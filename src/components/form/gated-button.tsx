import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button'
import { WithReason } from './with-reason'

type Props = ComponentProps<typeof Button> & {
  /** Why this is off; undefined: it is not. */
  reason: string | undefined
}

/** A button that somebody else may press: off it keeps its place and the focus, does nothing, and says why. */
export function GatedButton({ reason, onClick, ...rest }: Props) {
  return (
    <WithReason reason={reason}>
      {(off) => (
        <Button
          {...rest}
          {...off}
          // Also keeps a submit from being one.
          onClick={off ? (event) => event.preventDefault() : onClick}
        />
      )}
    </WithReason>
  )
}
