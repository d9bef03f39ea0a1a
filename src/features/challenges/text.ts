import { catalogue } from '@/lib/text'

export const t = catalogue('challenges', {
  title: 'Confirm that it is you',
  documentTitle: 'Confirm that it is you · Multi Console',
  lead: 'One code, and this session may do everything your sign-in may.',
  'dialog.text': 'What you asked for needs a code from your phone.',
  sending: 'Sending a code to your phone…',
  sent: 'We sent a code by text message to the phone of this account.',
  notSent: 'No code has been sent yet.',
  code: 'Six-digit code',
  submit: 'Confirm',
  resend: 'Send a new code',
  resendIn: 'Send a new code in {seconds, plural, one {# second} other {# seconds}}',
  later: 'Do this later',
  cancel: 'Cancel',
  signInAgain: 'Sign in again',
  sandboxHint: 'In the sandbox no message is sent: the code is always 123456.',
  'code.short': 'The code has six digits.',
  'error.title': 'Not confirmed',
  'error.VERIFICATION_CODE_INVALID': 'That code is not right. Check the latest message and enter it again.',
  'error.VERIFICATION_CODE_EXPIRED': 'That code is more than five minutes old. Send a new one.',
  'error.ONE_CHALLENGE_LIMIT_REMAINING':
    'That code is not right either. You have one try left before codes are refused for this session.',
  'error.CHALLENGE_LIMIT_EXCEEDED':
    'Too many wrong codes. For your safety no code is accepted in this session any more: sign in again to get a new one.',
  'error.STATE_INVALID': 'The code you were sent can no longer be used. Send a new one.',
  'error.CHANNEL_NOT_SUPPORTED':
    'Codes by text message are not switched on for this company, so this cannot be confirmed.',
  'error.CHANNEL_NOT_REGISTERED':
    'No phone is registered for your sign-in. Register one before you do what needs a code.',
  'error.MOBILE_NUMBER_INVALID': 'The phone number on file is not valid, so no code can be sent to it.',
  'error.MOBILE_COUNTRY_NOT_SUPPORTED': 'No codes can be sent to phone numbers of your country.',
  'error.RETRY_IN_15SEC': 'A code was sent a moment ago. Wait 15 seconds before you send another.',
  'error.ALREADY_VERIFIED': 'This session is confirmed already.',
  'error.INSUFFICIENT_PERMISSIONS': 'Your sign-in may not confirm with a code.',
  'error.NO_MORE_CODES': 'No further code can be sent in this session. Sign in again to get a new one.',
  'error.NETWORK': 'No answer came. Check your connection and try again.',
  'error.SIGN_IN_CANCELLED': 'Your session has ended. Sign in again to get a new code.',
  'error.other': 'The code could not be dealt with ({code}).',
  'error.reference': 'Request reference {reference}',
})
