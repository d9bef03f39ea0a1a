import { catalogue } from '@/lib/text'

export const t = catalogue('sandbox-controls', {
  'phone.title': 'Phone of the sandbox',
  'phone.text': 'This is not part of the console: it stands for the phone in your hand.',
  'phone.nothing': 'Nothing waits on a phone.',
  'phone.approve': 'Approve',
  'phone.decline': 'Decline',
  'phone.approve.for': 'Approve: {what}',
  'phone.decline.for': 'Decline: {what}',
  'phone.failed': 'The phone did not take the answer. Press once more.',
  'phone.unread': 'The phone of the sandbox cannot be seen just now.',
  'purpose.LOGIN': 'Sign in',
  'purpose.STEP_UP': 'Confirm that it is you',
  'purpose.ENROLMENT': 'Link this app',
  'purpose.other': 'Confirm a payment',
})
