import { useState } from 'react'
import type { IdentityId } from '#contract/common'
import { ProveEmail } from '@/components/enrolment/prove-email'
import { toast } from '@/components/feedback/toast'
import { Button } from '@/components/ui/button'
import { faceOf } from '@/lib/faces'
import { addressProof, useRereadCustomer } from '../mutations'
import { words } from '../text'
import { ChangeEmail } from './change-email'

/** The code from the e-mail. Whoever opens its link on another device is noticed by the standing, which is read again. */
export function EmailStep({ type, email }: { type: IdentityId['type']; email: string }) {
  const t = words.to(faceOf(type))
  const [changing, setChanging] = useState(false)
  const reread = useRereadCustomer(type)
  if (changing)
    return (
      <ChangeEmail
        type={type}
        onKeep={() => setChanging(false)}
        onDone={() => {
          setChanging(false)
          toast.success(t('emailChanged'))
        }}
      />
    )
  return (
    <div className="grid gap-5">
      <p>{t('emailText')}</p>
      <ProveEmail
        email={email}
        {...addressProof(type, email)}
        atOnce
        onDone={() => void reread()}
        actions={<Button onClick={() => setChanging(true)}>{t('emailChange')}</Button>}
      />
    </div>
  )
}
