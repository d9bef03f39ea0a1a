import { createHmac } from 'node:crypto'
import type { Insertable, Selectable } from 'kysely'
import type { GatewayAuditHeadTable, GatewayAuditLineTable } from '../../storage/schema/audit'
import type { Deed, Outcome } from './audit'
import { bounded } from './bounded'

/** Lines that belong to no identity: refused sign-ins of unknown addresses, calls from elsewhere, new chains. */
export const SYSTEM = 'system'

type Row = Insertable<GatewayAuditLineTable>
/** Everything that is known when it begins. */
export type Draft = Pick<
  Selectable<GatewayAuditLineTable>,
  | 'chain'
  | 'at'
  | 'person_type'
  | 'person_id'
  | 'person_name'
  | 'role'
  | 'operation'
  | 'section'
  | 'resource'
  | 'change'
  | 'amounts'
  | 'address'
>
/** A line without its place in the chain. */
export type Ended = Omit<Selectable<GatewayAuditLineTable>, 'seq' | 'hash'>

/** The deed as it is stored; whatever it says is cut to measure and rid of card numbers once more. */
export function draftOf(deed: Deed, at: number): Draft {
  const { session, role, operation, section, resource, change, amounts, address } = deed
  return {
    chain: session?.identity.id ?? deed.identity?.id ?? SYSTEM,
    at,
    person_type: session?.credentials.type ?? null,
    person_id: session?.credentials.id ?? null,
    person_name: session?.name ?? null,
    role: role ?? null,
    operation: short(operation),
    section: short(section),
    resource: resource === undefined ? null : short(resource),
    change: change === undefined ? null : bounded(change),
    amounts: amounts === undefined || amounts.length === 0 ? null : JSON.stringify(amounts.slice(0, 20)),
    address: short(address),
  }
}

/** The deed with what came of it. */
export function endedOf(draft: Draft, id: string, outcome: Outcome): Ended {
  const { code, requestRef, proposal, resource, session } = outcome
  const identity = session?.identity ?? outcome.identity
  return {
    ...draft,
    ...(identity && { chain: identity.id }),
    ...(session && {
      person_type: session.credentials.type,
      person_id: session.credentials.id,
      person_name: session.name,
    }),
    id,
    resource: resource === undefined ? draft.resource : short(resource),
    outcome: outcome.outcome,
    status: outcome.status,
    code: code === undefined ? null : short(code),
    request_ref: requestRef === undefined ? null : short(requestRef),
    proposal: proposal === undefined ? null : short(proposal),
  }
}

const short = (text: string): string => text.slice(0, 100)

/** Names in one order, so that the same line is the same text wherever it was read. */
const fields = [
  'chain',
  'seq',
  'id',
  'at',
  'person_type',
  'person_id',
  'person_name',
  'role',
  'operation',
  'section',
  'resource',
  'change',
  'amounts',
  'outcome',
  'status',
  'code',
  'request_ref',
  'proposal',
  'address',
] as const satisfies readonly (keyof Row)[]

const keyed = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('base64url')

/** What ties a line to the one before it; nobody without the key can make it. */
export const hashOfLine = (key: Buffer, previous: string, line: Omit<Selectable<GatewayAuditLineTable>, 'hash'>) =>
  keyed(key, `${previous}\n${JSON.stringify(fields.map((name) => [name, line[name]]))}`)

/** What stands before the first line. */
export const beginning = (key: Buffer, chain: string): string => keyed(key, `begin\n${chain}`)

/** Vouches for the end of a chain. */
export const sealOf = (key: Buffer, { chain, seq, hash }: Omit<Selectable<GatewayAuditHeadTable>, 'seal'>): string =>
  keyed(key, `head\n${chain}\n${seq}\n${hash}`)

/** Stands for an address that somebody typed: the same for the same address, and no way back. */
export const hashOfAddress = (key: Buffer, email: string): string =>
  keyed(key, `address\n${email.trim().toLowerCase()}`).slice(0, 22)
