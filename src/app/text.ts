import { catalogue } from '@/lib/text'

export const t = catalogue('app', {
  'notFound.title': 'There is nothing here',
  'notFound.text': 'The address may be mistyped, or what it named is gone.',
  'notFound.home': 'Go to the overview',
  'error.title': 'This page could not be shown',
  'error.retry': 'Try again',
  'error.reload': 'Reload the page',
  'onboarding.signOut': 'Sign out',
  'onboarding.signOutAgain': 'Not signed out. Try again',
  'error.reference': 'Request reference {reference}',
})
