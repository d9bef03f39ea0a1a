import { catalogue } from '@/lib/text'

export const t = catalogue('corporates', {
  'company.title': 'Company',
  'company.name': 'Name',
  type: 'Kind of company',
  number: 'Registration number',
  country: 'Registered in',
  incorporated: 'Founded on',
  registered: 'Registered address',
  business: 'Business address',
  industry: 'Industry',
  'edit.title': 'Edit the company',
  'edit.business': 'What the company does',
  'edit.account': 'Account',
  'edit.person': 'Root user',
  'edit.address': 'Business address',
})
