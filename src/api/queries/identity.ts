import { queryOptions } from '@tanstack/react-query'
import type { IdentityId } from '#contract/common'
import { consumerGet, consumerKycGet } from '#contract/consumers'
import { corporateGet, corporateKybGet } from '#contract/corporates'
import { call } from '@/api/client'

/** The company of the session. The key root is the contract's section. */
export const corporateQueries = {
  all: () => ['corporates'] as const,
  mine: () =>
    queryOptions({
      queryKey: [...corporateQueries.all(), 'mine'],
      queryFn: ({ signal }) => call(corporateGet, {}, signal),
    }),
  kyb: () =>
    queryOptions({
      queryKey: [...corporateQueries.all(), 'kyb'],
      queryFn: ({ signal }) => call(corporateKybGet, {}, signal),
    }),
}

/** The person of the session, who banks for themselves. */
export const consumerQueries = {
  all: () => ['consumers'] as const,
  mine: () =>
    queryOptions({
      queryKey: [...consumerQueries.all(), 'mine'],
      queryFn: ({ signal }) => call(consumerGet, {}, signal),
    }),
  kyc: () =>
    queryOptions({
      queryKey: [...consumerQueries.all(), 'kyc'],
      queryFn: ({ signal }) => call(consumerKycGet, {}, signal),
    }),
}

/** Who registered the customer of the session, company or person: their address and number, and what of it is proved. */
export const rootUserQuery = (type: IdentityId['type']) =>
  queryOptions({
    queryKey: [...(type === 'CORPORATE' ? corporateQueries.mine() : consumerQueries.mine()).queryKey, 'root-user'],
    queryFn: async ({ signal }) => {
      const { rootUser } =
        type === 'CORPORATE' ? await call(corporateGet, {}, signal) : await call(consumerGet, {}, signal)
      const { name, surname, email, mobile, emailVerified, mobileNumberVerified } = rootUser
      return { name, surname, email, mobile, emailVerified, mobileNumberVerified }
    },
  })

/** How far a customer's check is. `ongoing` differs from `effective` while a later check runs. */
export const dueDiligenceQuery = (type: IdentityId['type']) =>
  queryOptions({
    queryKey: [...(type === 'CORPORATE' ? corporateQueries.kyb() : consumerQueries.kyc()).queryKey, 'due-diligence'],
    queryFn: async ({ signal }) => {
      if (type === 'CORPORATE') {
        const { kybStatus, ongoingKybStatus } = await call(corporateKybGet, {}, signal)
        return { effective: kybStatus, ongoing: ongoingKybStatus }
      }
      const { fullDueDiligence, ongoingFullDueDiligence } = await call(consumerKycGet, {}, signal)
      return { effective: fullDueDiligence, ongoing: ongoingFullDueDiligence }
    },
  })
