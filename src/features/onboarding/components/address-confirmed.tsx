import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { IdentityId } from '#contract/common'
import { buttonClass } from '@/components/ui/button'
import { words as t } from '../text'

export type Confirmed = { type: IdentityId['type']; next: 'password' | 'sign-in' | 'signed-in' }

/** The address is proved: where the person goes on from here. */
export function AddressConfirmed({ type, next }: Confirmed) {
  const text = useRef<HTMLParagraphElement>(null)
  useEffect(() => text.current?.focus(), [])
  const said = {
    password: t('linkPasswordText'),
    'sign-in': t('linkSignInText'),
    'signed-in': t('linkSignedInText'),
  }
  const way = type === 'CORPORATE' ? '/onboarding/corporate' : '/onboarding/consumer'
  const look = buttonClass({ variant: 'primary' })
  return (
    <div className="grid gap-5">
      <p ref={text} tabIndex={-1} role="status">
        {said[next]}
      </p>
      <div>
        {next === 'sign-in' ? (
          <Link to="/sign-in" search={{ redirect: way }} className={look}>
            {t('signIn')}
          </Link>
        ) : (
          <Link to={way} className={look}>
            {next === 'password' ? t('linkPassword') : t('goOnStep')}
          </Link>
        )}
      </div>
    </div>
  )
}
