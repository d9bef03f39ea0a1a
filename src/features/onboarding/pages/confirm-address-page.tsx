import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { EntryFrame } from '@/components/layout/entry-frame'
import { pageTitle } from '@/lib/brand'
import { AddressConfirmed, type Confirmed } from '../components/address-confirmed'
import { ConfirmAddress } from '../components/confirm-address'
import { words as t } from '../text'

const route = getRouteApi('/onboarding/email')

/**
 * Where the link of a verification e-mail leads, on whatever device it is opened; also for typing the code in by hand. It
 * is pressed and not done by itself: programs that look through e-mails open links too.
 */
export function ConfirmAddressPage() {
  const { email = '', nonce = '', cons } = route.useSearch()
  const navigate = route.useNavigate()
  const [given] = useState({ type: cons ? ('CONSUMER' as const) : ('CORPORATE' as const), email, code: nonce })
  const [confirmed, setConfirmed] = useState<Confirmed>()
  useEffect(() => {
    document.title = pageTitle(t('linkTitle'))
  }, [])
  // Nothing of the link stays in the address, from where it would be copied, kept and sent on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what the link brought
  useEffect(() => {
    if (email || nonce) void navigate({ search: {}, replace: true })
  }, [])
  return (
    <EntryFrame title={confirmed ? t('linkDoneTitle') : t('linkTitle')} {...(confirmed ? {} : { lead: t('linkLead') })}>
      {confirmed ? (
        <AddressConfirmed {...confirmed} />
      ) : (
        <>
          <ConfirmAddress given={given} onConfirmed={setConfirmed} />
          <p className="mt-4">
            <Link to="/onboarding" className="text-accent text-small underline underline-offset-4">
              {t('linkBack')}
            </Link>
          </p>
        </>
      )}
    </EntryFrame>
  )
}
