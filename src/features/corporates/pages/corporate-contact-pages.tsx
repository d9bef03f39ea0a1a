import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { corporateRootUserEmailVerificationCodeSend, corporateRootUserEmailVerify } from '#contract/corporates'
import { callPublic } from '@/api/client'
import { phoneText, useIsRoot } from '@/api/own-phone'
import { corporateQueries, dueDiligenceQuery } from '@/api/queries/identity'
import { toast } from '@/components/feedback/toast'
import { ChangeEmail } from '@/components/identity/change-email'
import { ChangePhone, type PhoneChange } from '@/components/identity/change-phone'
import { ContactPage } from '@/components/identity/contact-page'
import { t } from '@/components/identity/text'
import { useUpdateCorporate } from '../mutations'

const profile = t.to('company')('profile')

/** The root user's address: changed, and proved by a code that comes to it. */
export function CorporateEmailPage() {
  const query = useQuery(corporateQueries.mine())
  const check = useQuery(dueDiligenceQuery('CORPORATE'))
  const queryClient = useQueryClient()
  const change = useUpdateCorporate((email: string) => ({ email }))
  const email = query.data?.rootUser.email ?? ''
  return (
    <ContactPage
      title={t('email.title')}
      lead={t('email.lead')}
      profile={profile}
      present={email}
      query={query}
      check={check}
      open={query.data?.rootUser.emailVerified === false}
    >
      <ChangeEmail
        email={email}
        proved={query.data?.rootUser.emailVerified ?? false}
        mutation={change}
        send={() =>
          callPublic(corporateRootUserEmailVerificationCodeSend, {
            body: { email },
            idempotencyRef: crypto.randomUUID(),
          })
        }
        verify={(verificationCode) => callPublic(corporateRootUserEmailVerify, { body: { email, verificationCode } })}
        onProved={() => void queryClient.invalidateQueries({ queryKey: corporateQueries.all() })}
      />
    </ContactPage>
  )
}

/** The root user's number; its owner registers the new phone next. */
export function CorporatePhonePage() {
  const navigate = useNavigate()
  const own = useIsRoot()
  const query = useQuery(corporateQueries.mine())
  const check = useQuery(dueDiligenceQuery('CORPORATE'))
  const change = useUpdateCorporate((to: PhoneChange) => to)
  const mobile = query.data?.rootUser.mobile
  const done = () => {
    toast.success(t('phone.changed'))
    void navigate({ to: own ? '/security/phone' : '/profile' })
  }
  return (
    <ContactPage
      title={t('phone.title')}
      lead={t('phone.lead')}
      profile={profile}
      present={mobile && phoneText(mobile)}
      query={query}
      check={check}
    >
      <ChangePhone mutation={change} onDone={done} />
    </ContactPage>
  )
}
