import { catalogue } from '@/lib/text'

export const t = catalogue(
  'shell',
  {
    skip: 'Skip to the content',
    navigation: 'Rooms',
    home: 'Go to the overview',
    'notAllowed.title': 'This page is not open to your role',
    'notAllowed.myRole': 'See what your role may do',
    'otherFace.title': 'This page is not part of your console',
    'otherFace.text': 'It belongs to the portal of people who bank for themselves.',
    overview: 'Overview',
    accounts: 'Accounts',
    transfers: 'Transfers',
    bulks: 'Bulk transfers',
    approvals: 'Approvals',
    users: 'People',
    roles: 'Roles and people',
    authorisations: 'Authorisations',
    events: 'Events',
    audit: 'Audit record',
    more: 'More',
    moreRooms: 'More rooms',
    'group.money': 'Money',
    'group.control': 'Control',
    'group.own': 'Company and you',
    profile: 'Company details',
    charges: 'Charges',
    security: 'Security',
    'environment.embedded': 'Sandbox on this machine: the money is invented',
    'environment.weavr-sandbox': 'Weavr sandbox: the money is for testing',
    'environment.weavr-live': 'Live: real money',
    'session.left': 'Session ends in {minutes, plural, one {# minute} other {# minutes}} without activity',
    'session.short': '{minutes} min',
    'session.seconds': 'Session ends in {seconds, plural, one {# second} other {# seconds}}',
    'warning.title': 'Your session is about to end',
    'warning.text':
      'You have not done anything for a while. What you typed stays here, but you will have to sign in again.',
    'warning.stay': 'Stay signed in',
    'theme.label': 'Theme',
    'theme.system': 'As the system',
    'theme.light': 'Light',
    'theme.dark': 'Dark',
    'user.menu': 'Your sign-in: {name}',
    'user.role': 'Your role: {role}',
    'user.signOut': 'Sign out',
    'user.signOutEverywhere': 'Sign out everywhere',
    'user.identities': 'Go on as',
    'user.signOut.failed': 'The sign-out did not reach the server, so you are still signed in. Try again.',
    'jobs.title': 'Under way',
    'jobs.open': '{count, plural, one {# bulk under way} other {# bulks under way}}',
    'jobs.name':
      '{kind, select, transfers {{count, plural, one {# transfer} other {# transfers}}} invitations {{count, plural, one {# invitation} other {# invitations}}} other {{count, plural, one {# row} other {# rows}}}}',
    'jobs.progress': '{done, number} of {count, number}',
    'jobs.progressOf': 'Progress of the bulk of {what}',
    'jobs.RUNNING': 'Running',
    'jobs.PAUSED': 'Paused',
    'jobs.SUBMITTED': 'Not started',
    'jobs.over.COMPLETED': 'A bulk of {what} is done.',
    'jobs.over.PARTIALLY_COMPLETED': 'A bulk of {what} is over; some were not carried out.',
    'jobs.over.FAILED': 'A bulk of {what} has failed.',
    'jobs.over.CANCELLED': 'A bulk of {what} was cancelled.',
  },
  {
    home: 'Go to your money',
    'notAllowed.title': 'This page is not open to you',
    'otherFace.title': 'This page is not part of your portal',
    'otherFace.text':
      'It is for companies, which have more people and more to keep apart. Nothing of yours is kept there.',
    overview: 'Your money',
    profile: 'Your details',
    'group.own': 'You',
    navigation: 'Pages',
    moreRooms: 'More pages',
  },
)

/** What a room is called; a catalogue key each. */
export type RoomName =
  | 'overview'
  | 'accounts'
  | 'transfers'
  | 'bulks'
  | 'approvals'
  | 'users'
  | 'roles'
  | 'authorisations'
  | 'events'
  | 'audit'
  | 'profile'
  | 'charges'
  | 'security'
