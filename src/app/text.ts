import { catalogue } from '@/lib/text'

export const t = catalogue('app', {
  'notFound.title': 'There is nothing here',
  'notFound.text': 'The address may be mistyped, or what it named is gone.',
  'notFound.home': 'Go to the overview',
  'notAllowed.title': 'This page is not open to your role',
  'notAllowed.myRole': 'See what your role may do',
  'error.title': 'This page could not be shown',
  'error.retry': 'Try again',
  'error.reload': 'Reload the page',
  'error.reference': 'Request reference {reference}',
})
