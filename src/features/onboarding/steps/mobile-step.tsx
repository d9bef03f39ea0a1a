import { useState } from 'react'
import type { IdentityId } from '#contract/common'
import type { Mobile } from '#contract/people'
import { usePhoneEnrolment } from '@/api/phone-enrolment'
import { EnrolPhone } from '@/components/enrolment/enrol-phone'
import { toast } from '@/components/feedback/toast'
import { Button } from '@/components/ui/button'
import { faceOf } from '@/lib/faces'
import { useRereadCustomer } from '../mutations'
import { words } from '../text'
import { ChangeMobile } from './change-mobile'

/** The code from the text message makes the phone the way to confirm; the next step follows from what the server says then. */
export function MobileStep({ type, mobile }: { type: IdentityId['type']; mobile: Mobile }) {
  const t = words.to(faceOf(type))
  const [changing, setChanging] = useState(false)
  const enrolment = usePhoneEnrolment()
  const reread = useRereadCustomer(type)
  if (changing)
    return (
      <ChangeMobile
        type={type}
        onKeep={() => setChanging(false)}
        onDone={() => {
          setChanging(false)
          toast.success(t('mobileChanged'))
        }}
      />
    )
  return (
    <div className="grid gap-5">
      <p>{t('mobileText')}</p>
      <EnrolPhone
        enrolment={enrolment}
        phone={`${mobile.countryCode} ${mobile.number}`}
        onDone={() => void reread()}
        actions={<Button onClick={() => setChanging(true)}>{t('mobileChange')}</Button>}
      />
    </div>
  )
}
