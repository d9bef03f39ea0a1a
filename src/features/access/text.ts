import { catalogue } from '@/lib/text'

export const t = catalogue('access', {
  title: 'Sign in',
  lead: 'Your money in one place: what is there, what moved, and every payment.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  lost: 'I have lost my password',
  others: 'Other ways in',
  byPhone: 'Sign in with my phone',
  'register.CORPORATE': 'Open accounts for a company',
  'register.CONSUMER': 'Open an account for myself',
  'email.missing': 'Enter the e-mail address of your sign-in.',
  'email.malformed': 'This is not an e-mail address. It should look like name@company.com.',
  'password.missing': 'Enter your password.',
  unanswered: 'No answer came. Check your connection and try again.',
  'demo.title': 'Demo sign-ins',
  'demo.text': 'The money is invented. Everybody’s password:',
})
