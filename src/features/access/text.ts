import { catalogue } from '@/lib/text'

export const t = catalogue('access', {
  title: 'Sign in',
  lead: 'The money of your company in one place: balances, transfers, and ten thousand payments from one file.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  documentTitle: 'Sign in · Multi Console',
  'email.missing': 'Enter the e-mail address of your sign-in.',
  'email.malformed': 'This is not an e-mail address. It should look like name@company.com.',
  'password.missing': 'Enter your password.',
  'refused.title': 'You are not signed in',
  'refused.CREDENTIALS_REFUSED': 'E-mail address or password is not right. Check both and try again.',
  'refused.PASSWORD_EXPIRED':
    'Your password has expired. It must be changed before you can sign in, which this console cannot do yet.',
  'refused.IDENTITY_CHOICE': 'Choose for whom you are here.',
  'refused.LOCKED': 'Too many attempts. This sign-in is locked; try again in 30 minutes.',
  'refused.PASSWORD_TOKEN_EXPIRED': 'That took too long. Type your password again.',
  'refused.tokenise': 'The protected field gave no answer. Type your password again.',
  'refused.tooMany': 'Too many attempts from here. Wait a moment and try again.',
  'refused.tooManyFor':
    'Too many attempts from here. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  'refused.network': 'No answer came. Check your connection and try again.',
  'refused.other': 'Signing in did not work ({code}). Try again in a moment.',
  reference: 'Request reference {reference}',
  'demo.title': 'Demo sign-ins',
  'demo.text': 'The money is invented. Everybody’s password:',
  'dialog.title': 'Sign in to go on',
  'dialog.text': 'Your session has ended. What you were doing is still here.',
  'dialog.otherPerson':
    'You are signing in as another person: the page starts afresh, and what was typed is discarded.',
  'dialog.leave': 'Leave this page',
})
