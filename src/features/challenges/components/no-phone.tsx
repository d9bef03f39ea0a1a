import type { ReactNode } from 'react'
import { usePhoneEnrolment } from '@/api/phone-enrolment'
import { EnrolPhone } from '@/components/enrolment/enrol-phone'
import { Notice } from '@/components/feedback/notice'
import { t } from '../text'

/** Nobody is stuck for want of a phone: it is registered here, and that proves the session as well. */
export function NoPhone({ onDone, actions }: { onDone: () => void; actions: ReactNode }) {
  const enrolment = usePhoneEnrolment()
  return (
    <div className="grid gap-4">
      <Notice tone="info" title={t('noPhone.title')}>
        {t('noPhone.text')}
      </Notice>
      <EnrolPhone enrolment={enrolment} onDone={onDone} actions={actions} />
    </div>
  )
}
