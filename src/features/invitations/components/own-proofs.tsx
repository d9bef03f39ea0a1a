import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { authorisedUserEmailVerificationCodeSend, authorisedUserEmailVerify } from '#contract/user-invites'
import { userGetById } from '#contract/users'
import { useAccess } from '@/api/access'
import { callPublic } from '@/api/client'
import { usePhoneEnrolment } from '@/api/phone-enrolment'
import { sessionQueries } from '@/api/queries/session'
import { userQueries } from '@/api/queries/users'
import { EnrolPhone } from '@/components/enrolment/enrol-phone'
import { ProveEmail } from '@/components/enrolment/prove-email'

type Props = { onDone: () => void; actions?: ReactNode }

/** Proves the signed-in user's own address. */
export function MyEmail({ onDone, actions }: Props) {
  const queryClient = useQueryClient()
  const { data: session } = useQuery(sessionQueries.current())
  if (!session) return null
  const { email } = session.person
  const send = () =>
    callPublic(authorisedUserEmailVerificationCodeSend, { body: { email }, idempotencyRef: crypto.randomUUID() })
  const verify = async (verificationCode: string) => {
    await callPublic(authorisedUserEmailVerify, { body: { email, verificationCode } })
    void queryClient.invalidateQueries({ queryKey: userQueries.all() })
  }
  return <ProveEmail email={email} send={send} verify={verify} onDone={onDone} actions={actions} />
}

/** Makes the signed-in user's own phone a factor. */
export function MyPhone({ onDone, actions }: Props) {
  const enrolment = usePhoneEnrolment()
  const { may } = useAccess()
  const { data: session } = useQuery(sessionQueries.current())
  const id = session?.person.credentials.id ?? ''
  // Who may not see people sees their own number nowhere; the part then says it without.
  const { data: me } = useQuery({ ...userQueries.detail(id), enabled: id !== '' && may(userGetById.permission) })
  const phone = me?.mobile && `${me.mobile.countryCode} ${me.mobile.number}`
  return <EnrolPhone enrolment={enrolment} phone={phone} onDone={onDone} actions={actions} />
}
