import { pageConfig } from '@/lib/page-config'
import { t } from './text'

/** The embedded sandbox ends a code with the fifth wrong one. */
const sandboxTries = 5

/**
 * How many tries are left after a wrong code. The API says so only of the last one, and how many a programme allows is
 * published nowhere; so a number stands here only for the bank that is in this very process. "At most", since a wrong code
 * may have been entered in another tab.
 */
export function triesText(wrong: number): string {
  if (pageConfig().environment !== 'embedded') return t('tries.few')
  return t('tries.left', { left: Math.max(1, sandboxTries - wrong) })
}
