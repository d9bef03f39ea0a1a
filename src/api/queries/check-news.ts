import { queryOptions } from '@tanstack/react-query'
import type * as z from 'zod'
import type { IdentityId } from '#contract/common'
import { eventGet, eventsGet } from '#contract/console/events'
import {
  type CorporateKybFailureReason,
  consumersKycWatch,
  corporatesKybWatch,
  KybEvent,
  KycEvent,
  type KycRejectionReason,
} from '#contract/events/identities'
import { callConsole } from '@/api/client'
import { eventQueries } from './events'

export type CheckReason = z.infer<typeof CorporateKybFailureReason> | z.infer<typeof KycRejectionReason>

/** What was said when a check last moved. The API itself keeps no reasons: they come once, as a webhook. */
export type CheckNews = {
  reasons: CheckReason[]
  /** The reviewer's own words. */
  comment: string | undefined
  /** When a document ran out or will, and when its owner may do less because of it; epoch ms. */
  documentExpiry: number | undefined
  restriction: number | undefined
}

/**
 * The news of the check of the session's customer, from the log of what Weavr told; null where nothing was told to this
 * console. Takes the permission `events.view`. The key is that of events, so that a new one makes it stale.
 */
export const checkNewsQuery = (type: IdentityId['type']) =>
  queryOptions({
    queryKey: [...eventQueries.all(), 'check-news', type],
    queryFn: async ({ signal }): Promise<CheckNews | null> => {
      const webhook = type === 'CORPORATE' ? corporatesKybWatch.id : consumersKycWatch.id
      const { events } = await callConsole(eventsGet, { query: { webhook, limit: 1 } }, signal)
      const newest = events[0]
      if (!newest) return null
      const { payload } = await callConsole(eventGet, { params: { id: newest.id } }, signal)
      return type === 'CORPORATE' ? readKyb(payload) : readKyc(payload)
    },
  })

function readKyb(payload: unknown): CheckNews | null {
  const { data } = KybEvent.safeParse(payload)
  if (!data) return null
  const { details: reasons = [], rejectionComment: comment } = data
  return { reasons, comment, documentExpiry: undefined, restriction: undefined }
}

function readKyc(payload: unknown): CheckNews | null {
  const { data } = KycEvent.safeParse(payload)
  if (!data) return null
  const { details: reasons = [], rejectionComment: comment, additionalInformation: dates = {} } = data
  return {
    reasons,
    comment,
    documentExpiry: instant(dates.documentExpiryDate),
    restriction: instant(dates.identityRestrictionDate),
  }
}

const instant = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))
