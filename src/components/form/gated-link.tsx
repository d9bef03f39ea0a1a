import { Link, type LinkProps } from '@tanstack/react-router'
import type { VariantProps } from 'class-variance-authority'
import { buttonClass } from '@/components/ui/button'
import { WithReason } from './with-reason'

type Props = LinkProps &
  VariantProps<typeof buttonClass> & {
    /** Why this is off; undefined: it is not. */
    reason: string | undefined
    className?: string
  }

/** A link that looks like a button. Off it leads nowhere, can still be reached, and says why. */
export function GatedLink({ reason, variant, size, className, ...link }: Props) {
  return (
    <WithReason reason={reason}>
      {(off) => (
        <Link
          {...link}
          {...(off && { ...off, disabled: true, tabIndex: 0, role: 'link', preload: false })}
          className={buttonClass({ variant, size, className })}
        />
      )}
    </WithReason>
  )
}
