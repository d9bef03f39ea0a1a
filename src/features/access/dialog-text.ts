import { catalogue } from '@/lib/text'

/** Signing in over a page. */
export const t = catalogue('access.dialog', {
  'dialog.title': 'Sign in to go on',
  'dialog.text': 'Your session has ended. What you were doing is still here.',
  'dialog.otherPerson':
    'You are signing in as another person: the page starts afresh, and what was typed is discarded.',
  'dialog.leave': 'Leave this page',
  'change.title': 'Your password once more',
  'change.text': 'The bank wants to know that it is you before you go on as {name}.',
  'change.cancel': 'Stay where I am',
})
