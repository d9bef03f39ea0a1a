import { catalogue } from '@/lib/text'

export const t = catalogue('passwords', {
  title: 'Change the password',
  lead: 'You stay signed in here. Wherever else you are signed in, you are signed out.',
  back: 'Security',
  old: 'Present password',
  'old.missing': 'Type the password that you sign in with now.',
  submit: 'Change the password',
  done: 'Your password is changed. Use the new one from the next sign-in on.',
  failed: 'The password is not changed',
  unknown: 'We do not know whether the password was changed',
  unknownText: 'No answer came. Try again: if it was changed, the present password is already the new one.',
  expired: 'What you typed was held too long. Press the button once more.',
})
