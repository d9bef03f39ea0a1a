import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { consumerUpdate } from '#contract/consumers'
import { userUpdate } from '#contract/users'
import { useAccess } from '@/api/access'
import { phoneText, useOwnPhone } from '@/api/own-phone'
import { usePhoneEnrolment } from '@/api/phone-enrolment'
import { factorQueries } from '@/api/queries/factors'
import { sessionQueries } from '@/api/queries/session'
import { EnrolPhone } from '@/components/enrolment/enrol-phone'
import { Notice } from '@/components/feedback/notice'
import { toast } from '@/components/feedback/toast'
import { Page } from '@/components/layout/page'
import { buttonClass } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { t } from '../text'

/** The phone that codes come to: proved by the first of them. */
export function EnrolPhonePage() {
  const navigate = useNavigate()
  const enrolment = usePhoneEnrolment()
  const { mobile, reading } = useOwnPhone()
  const { data } = useQuery(factorQueries.list())
  const registered = data?.factors.some(({ channel, status }) => channel === 'SMS' && status === 'ACTIVE')
  const phone = mobile && phoneText(mobile)
  const done = () => {
    toast.success(t('enrol.done'))
    void navigate({ to: '/security' })
  }
  return (
    <Page title={t('enrol.title')} subtitle={t('enrol.lead')} back={{ to: '/security', label: t('back') }} narrow>
      {registered ? (
        <Notice tone="good" title={t('enrol.already')}>
          {t('enrol.alreadyText', { phone: phone ?? t('enrol.aPhone') })}
        </Notice>
      ) : reading ? (
        <Skeleton className="h-20 w-full" />
      ) : (
        <EnrolPhone enrolment={enrolment} phone={phone} onDone={done} actions={<AnotherNumber />} />
      )}
    </Page>
  )
}

/** A root user's number stands in the profile; anybody else's with the people, whom not everybody may change. */
function AnotherNumber() {
  const { may } = useAccess()
  const { data: session } = useQuery(sessionQueries.current())
  const { type, id = '' } = session?.person.credentials ?? {}
  const look = buttonClass({ variant: 'ghost' })
  if (type === 'ROOT' && may(consumerUpdate.permission)) {
    return (
      <Link to="/profile/phone" className={look}>
        {t('enrol.change')}
      </Link>
    )
  }
  if (type === 'USER' && may(userUpdate.permission)) {
    return (
      <Link to="/users/$userId/edit" params={{ userId: id }} className={look}>
        {t('enrol.change')}
      </Link>
    )
  }
  return <p className="text-ink-soft text-small">{t('enrol.askForNumber')}</p>
}
