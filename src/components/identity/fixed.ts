import type { KyiStatus } from '#contract/corporates'

/** How far the check is: what counts today, and what a check that is under way has come to. */
export type Check = { effective: KyiStatus | undefined; ongoing: KyiStatus | undefined }

/**
 * Whether who somebody is can no longer be changed by themselves: it was verified, and no check has been opened again.
 * The API has the last word (ROOT_USER_ALREADY_VERIFIED, CONSUMER_VERIFIED).
 */
export const isFixed = ({ effective, ongoing }: Check): boolean => effective === 'APPROVED' && ongoing !== 'INITIATED'
