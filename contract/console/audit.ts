import * as z from 'zod'
import { CurrencyAmount, Id } from '../common'
import { endpoint } from '../endpoint'

export const auditOutcomes = ['DONE', 'REFUSED', 'FAILED', 'UNKNOWN'] as const

/** One thing that somebody did through the console, or tried to. */
export const AuditLine = z.object({
  id: z.string(),
  /** The number within the identity's record, from 1 and without gaps. */
  seq: z.int(),
  /** When it began. */
  at: z.int(),
  /** Left out where nobody was signed in. */
  person: z.object({ type: z.string(), id: z.string(), name: z.string() }).optional(),
  /** The name of the role that the person had then. */
  role: z.string().optional(),
  /** An operation of the Multi API or of the console, or `sign-in` and the like. */
  operation: z.string(),
  /** The operation in a few words; the name itself where there are none. */
  title: z.string(),
  section: z.string(),
  /** The id of what it was about. */
  resource: z.string().optional(),
  /** What the call said it changes, without secrets. */
  change: z.json().optional(),
  amounts: z.array(CurrencyAmount),
  /** UNKNOWN: it left, and nobody heard what came of it. */
  outcome: z.enum(auditOutcomes),
  /** Of the answer; 0 where there was none. */
  status: z.int(),
  code: z.string().optional(),
  requestRef: z.string().optional(),
  proposal: z.string().optional(),
  /** Where the call came from. */
  address: z.string(),
})
export type AuditLine = z.infer<typeof AuditLine>

// PostgreSQL takes no such character, not even to look for it.
const word = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\0]+$/)
const auditFilters = {
  person: Id.max(40).optional(),
  section: word.optional(),
  operation: word.optional(),
  resource: word.optional(),
  proposal: word.optional(),
  outcome: z.enum(auditOutcomes).optional(),
  /** Epoch ms, both included. */
  from: z.int().min(0).optional(),
  to: z.int().min(0).optional(),
  /** Part of a name, an operation, an id, a reference or of what changed. */
  text: word.optional(),
}
const AuditFilters = z.object(auditFilters)
export type AuditFilters = z.infer<typeof AuditFilters>

const common = { section: 'audit', method: 'GET', auth: 'token', permission: 'audit.view' } as const

/** Newest first; `next` asks for the lines that follow. */
export const auditLinesGet = endpoint({
  ...common,
  id: 'auditLinesGet',
  summary: 'Read the audit record',
  path: '/audit/lines',
  query: z.object({
    ...auditFilters,
    /** Lines with a smaller number. */
    before: z.int().min(1).optional(),
    /** Lines with a larger number: the page before. */
    after: z.int().min(0).optional(),
    limit: z.int().min(1).max(100).optional(),
  }),
  responses: { 200: z.object({ lines: z.array(AuditLine), older: z.boolean(), newer: z.boolean() }) },
})

export const auditLineGet = endpoint({
  ...common,
  id: 'auditLineGet',
  summary: 'Read one line of the audit record',
  path: '/audit/lines/{id}',
  params: z.object({ id: z.uuid() }),
  responses: { 200: AuditLine },
  errors: { 404: ['NOT_FOUND'] },
})

/** Who has signed in for this identity, for choosing among. */
export const auditPeopleGet = endpoint({
  ...common,
  id: 'auditPeopleGet',
  summary: 'Read who is in the audit record',
  path: '/audit/people',
  responses: { 200: z.object({ people: z.array(z.object({ id: z.string(), name: z.string() })) }) },
})

/** Walks the identity's record; `hash`, written down elsewhere, proves later that it was not set back. */
export const auditVerify = endpoint({
  ...common,
  id: 'auditVerify',
  summary: 'Check that the audit record holds',
  path: '/audit/verification',
  responses: {
    200: z.object({
      holds: z.boolean(),
      /** So many lines hold, from the first one on. */
      lines: z.int(),
      hash: z.string(),
      brokenAt: z.int().optional(),
      checkedAt: z.int(),
    }),
  },
})

/** At most so many lines, newest first; narrower filters reach the rest. */
export const AUDIT_EXPORT_MAX = 50_000

/** Streams the filtered lines as a file: `text/csv`, or JSON. */
export const auditExport = endpoint({
  ...common,
  id: 'auditExport',
  summary: 'Export the audit record',
  path: '/audit/export',
  query: z.object({ ...auditFilters, format: z.enum(['csv', 'json']) }),
  responses: { 200: z.string() },
})
