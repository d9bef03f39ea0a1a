import { catalogue } from '@/lib/text'
import { type AuditSection, auditSections } from './sections'

const t = catalogue('audit-sections', {
  access: 'Sign-in',
  passwords: 'Passwords',
  'authentication-factors': 'Authentication factors',
  'step-up-challenges': 'Step-up',
  'confirmation-challenges': 'Confirmations',
  'managed-accounts': 'Accounts',
  'managed-cards': 'Cards',
  'linked-accounts': 'Linked accounts',
  transfers: 'Transfers',
  sends: 'Sends',
  'outgoing-wire-transfers': 'Outgoing wires',
  'incoming-wire-transfers': 'Incoming wires',
  'correspondent-bank-transfers': 'Correspondent bank transfers',
  operations: 'Bulk submissions',
  manage: 'Bulk runs',
  beneficiaries: 'Beneficiaries',
  corporates: 'Company',
  consumers: 'Personal details',
  'authorised-users': 'Users',
  roles: 'Roles at the bank',
  fees: 'Fees',
  'console-roles': 'Roles and limits',
  proposals: 'Approvals',
  authorisations: 'Authorisations',
  events: 'Events',
  audit: 'Audit record',
})

const known: ReadonlySet<string> = new Set(auditSections)
const isKnown = (section: string): section is AuditSection => known.has(section)

/** The part in words; its name where the page has none. */
export const sectionLabel = (section: string): string => (isKnown(section) ? t(section) : section)
