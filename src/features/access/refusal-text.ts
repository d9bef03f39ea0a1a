import { catalogue } from '@/lib/text'

/** What a refused sign-in is told. */
export const t = catalogue('access.refused', {
  'refused.title': 'You are not signed in',
  'refused.CREDENTIALS_REFUSED': 'E-mail address or password is not right. Check both and try again.',
  'refused.LOCKED': 'Too many wrong passwords. This sign-in is locked for a while.',
  'refused.lockedUntil': 'Too many wrong passwords. This sign-in is locked, and opens again at {time}.',
  'refused.PASSWORD_TOKEN_EXPIRED': 'That took too long. Type your password again.',
  'refused.tokenise': 'The protected field gave no answer. Type your password again.',
  'refused.tooMany': 'Too many attempts from here. Wait a moment and try again.',
  'refused.tooManyFor':
    'Too many attempts from here. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  'refused.network': 'No answer came. Check your connection and try again.',
  'refused.other': 'Signing in did not work ({code}). Try again in a moment.',
  'locked.opensIn': 'Opens in {left}',
  'locked.open': 'The sign-in is open again.',
  reference: 'Request reference {reference}',
  malformed: 'This is not an e-mail address. It should look like name@company.com.',
})
