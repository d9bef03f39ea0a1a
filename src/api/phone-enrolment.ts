import { useQuery, useQueryClient } from '@tanstack/react-query'
import { enrolDeviceUsingOtpStepOne, enrolDeviceUsingOtpStepTwo } from '#contract/authentication-factors'
import { call } from './client'
import { factorQueries } from './queries/factors'
import { consumerQueries, corporateQueries } from './queries/identity'
import { sessionQueries } from './queries/session'

const params = { channel: 'SMS' } as const

/** What `EnrolPhone` needs of the API: the two calls, and what a phone that is a factor changes on the page. */
export function usePhoneEnrolment() {
  const queryClient = useQueryClient()
  const { data: session } = useQuery(sessionQueries.current())

  const verify = async (verificationCode: string): Promise<void> => {
    const idempotencyRef = crypto.randomUUID()
    await call(enrolDeviceUsingOtpStepTwo, { params, body: { verificationCode }, idempotencyRef })
    // The session that proved it is stepped up by that.
    queryClient.setQueryData(sessionQueries.current().queryKey, (known) => known && { ...known, steppedUp: true })
  }
  return {
    whose: session?.person.credentials.id ?? '',
    send: () => call(enrolDeviceUsingOtpStepOne, { params, idempotencyRef: crypto.randomUUID() }),
    verify,
    /** The number is proved: the list of factors says so, and so do the documents of company and person. */
    enrolled: () =>
      Promise.allSettled(
        [factorQueries.all(), corporateQueries.all(), consumerQueries.all(), ['authorised-users']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  }
}
