import { catalogue } from '@/lib/text'

export const t = catalogue('consumers', {
  address: 'Where you live',
  occupation: 'What you do',
  nationality: 'Nationality',
  birthplace: 'Place of birth',
  work: 'Work and money',
  'edit.title': 'Edit your details',
  'edit.work': 'Work and money',
  'edit.account': 'Account',
  'edit.person': 'You',
  'edit.address': 'Where you live',
})
