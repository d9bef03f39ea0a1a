import { type Failure, wasTurnedDown } from '@/lib/failure'
import { catalogue } from '@/lib/text'

const t = catalogue('failure', {
  network: 'No answer came. Your connection or the service may be interrupted.',
  networkWrite:
    'No answer came, so we do not know whether this was carried out. Checking again is safe: it cannot happen twice.',
  badRequest: 'Some of what was sent is not accepted.',
  unauthorised: 'Your session has ended. Sign in and try again.',
  turnedDown: 'This is shown or done only after the code or the sign-in that was asked for.',
  forbidden: 'You do not have the right to do this.',
  awaitsApproval: 'Another person must approve this first. Nothing was sent.',
  listTooLong:
    'This list is too long to show to somebody who sees only part of it. Choose a shorter time or more filters.',
  notFound: 'This does not exist, or it is not yours to see.',
  conflict: 'This is not possible at the moment ({code}).',
  gone: 'This is no longer available.',
  locked: 'This is locked at the moment. Try again later.',
  tooMany: 'There were too many requests. Wait a moment and try again.',
  tooManyFor: 'There were too many requests. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  server: 'The service has a problem on its side. Try again in a moment.',
  serverWrite:
    'The service has a problem on its side, so we do not know whether this was carried out. Checking again is safe: it cannot happen twice.',
  unexpected:
    'Something in this page went wrong. Reload it; if it happens again, tell your support what you were doing.',
})

/** What a failure means by its status alone. Apart from the rest, since the first script says no more than this. */
export const statusText = (failure: Failure, { write = false } = {}): string => {
  const { status, code, retryAfter } = failure
  if (wasTurnedDown(failure)) return t('turnedDown')
  if (code === 'AWAITS_APPROVAL') return t('awaitsApproval')
  if (code === 'LIST_TOO_LONG') return t('listTooLong')
  if (status === 0) return t(write ? 'networkWrite' : 'network')
  if (status === 400) return t('badRequest')
  if (status === 401) return t('unauthorised')
  if (status === 403) return t('forbidden')
  if (status === 404) return t('notFound')
  if (status === 409) return t('conflict', { code })
  if (status === 410) return t('gone')
  if (status === 423) return t('locked')
  if (status === 429) return retryAfter ? t('tooManyFor', { seconds: retryAfter }) : t('tooMany')
  if (status >= 500) return t(write ? 'serverWrite' : 'server')
  return t('unexpected')
}
