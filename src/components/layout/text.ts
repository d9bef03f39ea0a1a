import { catalogue } from '@/lib/text'

/** What stands around every page, before and after signing in. */
export const t = catalogue('layout', {
  support: 'Help: {email}',
  terms: 'Terms',
  privacy: 'Privacy',
})
