import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { consumerRootUserEmailVerificationCodeSend, consumerRootUserEmailVerify } from '#contract/consumers'
import { callPublic } from '@/api/client'
import { phoneText, useIsRoot } from '@/api/own-phone'
import { consumerQueries, dueDiligenceQuery } from '@/api/queries/identity'
import { toast } from '@/components/feedback/toast'
import { ChangeEmail } from '@/components/identity/change-email'
import { ChangePhone, type PhoneChange } from '@/components/identity/change-phone'
import { ContactPage } from '@/components/identity/contact-page'
import { t } from '@/components/identity/text'
import { useUpdateConsumer } from '../mutations'

const profile = t.to('person')('profile')

/** The person's address: changed, and proved by a code that comes to it. */
export function ConsumerEmailPage() {
  const query = useQuery(consumerQueries.mine())
  const check = useQuery(dueDiligenceQuery('CONSUMER'))
  const queryClient = useQueryClient()
  const change = useUpdateConsumer((email: string) => ({ email }))
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
          callPublic(consumerRootUserEmailVerificationCodeSend, {
            body: { email },
          })
        }
        verify={(verificationCode) => callPublic(consumerRootUserEmailVerify, { body: { email, verificationCode } })}
        onProved={() => void queryClient.invalidateQueries({ queryKey: consumerQueries.all() })}
      />
    </ContactPage>
  )
}

/** The person's number; the new phone is registered next. */
export function ConsumerPhonePage() {
  const navigate = useNavigate()
  const own = useIsRoot()
  const query = useQuery(consumerQueries.mine())
  const check = useQuery(dueDiligenceQuery('CONSUMER'))
  const change = useUpdateConsumer((to: PhoneChange) => to)
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
