import { catalogue } from '@/lib/text'

export const t = catalogue('lost-password', {
  title: 'A new password',
  'address.lead': 'Tell us the address of your sign-in. We send a code to it, and with that you choose a new password.',
  'address.submit': 'Send the code',
  'address.failed': 'No code was sent',
  haveCode: 'I have a code already',
  'code.lead': 'Enter the code from the e-mail and choose a new password. You are signed in with it at once.',
  'code.sent': 'If {email} belongs to a sign-in, a code is on its way to it. It can be entered until {time}.',
  'code.sandbox': 'In the sandbox no e-mail is sent: the code for {email} is 123456. It can be entered until {time}.',
  'code.expired': 'The code that was sent to {email} is more than five minutes old. Send a new one.',
  code: 'Code from the e-mail',
  'code.short': 'The code has six digits.',
  'code.submit': 'Set password and sign in',
  'code.failed': 'The password was not changed',
  resend: 'Send a new code',
  resendIn: 'Send a new code in {seconds, plural, one {# second} other {# seconds}}',
  otherAddress: 'Use another address',
  'nothing.title': 'If nothing comes',
  'nothing.spam': 'Look into the folder for unwanted e-mail, and check how the address is written.',
  'nothing.other':
    'You may sign in with another address. For your safety we do not tell whether an address is known here.',
  'nothing.never':
    'Whoever never had a password cannot replace it: finish the registration or the invitation by the link in its e-mail.',
  'nothing.ask': 'At a company, whoever manages people can see your address.',
  'nothing.support': 'Support helps as well: {email}',
  back: 'Back to the sign-in',
})
