import type { IdentityId } from '#contract/common'
import { CheckStep } from '../steps/check-step'
import { EmailStep } from '../steps/email-step'
import { MobileStep } from '../steps/mobile-step'
import { PasswordStep } from '../steps/password-step'
import type { Standing } from '../use-standing'

type Props = {
  type: IdentityId['type']
  standing: Standing
  /** The step that the address asks for. */
  asked: string | undefined
  onStep: (step: string, options?: { replace: boolean }) => void
}

/** The step after the registration that is next; what is behind the person stays there. */
export function AfterStep({ type, standing, asked, onStep }: Props) {
  if (standing.kind === 'waiting') return <PasswordStep type={type} email={standing.email} />
  if (standing.kind !== 'signed-in') return null
  const { root, session, next } = standing
  switch (next) {
    case 'email':
      return <EmailStep type={type} email={root.email} />
    case 'mobile':
      return <MobileStep type={type} mobile={root.mobile} />
    case 'check':
      return (
        <CheckStep
          type={type}
          root={root}
          isRoot={session.person.credentials.type === 'ROOT'}
          open={asked === 'verify'}
          onOpen={(open) => onStep(open ? 'verify' : 'check')}
        />
      )
    default:
      return next satisfies never
  }
}
