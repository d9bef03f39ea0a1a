import type { Section } from '#contract/endpoint'

/** The parts of the console in which something can be done, in the order in which they are offered. */
export const auditSections = [
  'access',
  'passwords',
  'authentication-factors',
  'step-up-challenges',
  'confirmation-challenges',
  'managed-accounts',
  'managed-cards',
  'linked-accounts',
  'transfers',
  'sends',
  'outgoing-wire-transfers',
  'incoming-wire-transfers',
  'correspondent-bank-transfers',
  'operations',
  'manage',
  'beneficiaries',
  'corporates',
  'consumers',
  'authorised-users',
  'roles',
  'fees',
  'console-roles',
  'proposals',
  'authorisations',
  'events',
  'audit',
] as const satisfies readonly Section[]
export type AuditSection = (typeof auditSections)[number]
