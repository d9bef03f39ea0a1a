import type { Endpoint } from '../../contract/endpoint'
import { operations } from '../../contract/registry'
import { fillPath } from '../../contract/wire'
import type { GatewayOptions } from '../options'
import type { Session } from '../session/session-table'
import { UPSTREAM_HOST } from '../upstream/call-upstream'
import type { ProposalRow } from './proposal-table'

/** The operation of a proposal; `undefined` where this console no longer has it. */
export const endpointOf = (row: Pick<ProposalRow, 'operation'>): Endpoint | undefined =>
  operations.find(({ id }) => id === row.operation)

export const paramsOf = (row: Pick<ProposalRow, 'params'>): Record<string, string> => JSON.parse(row.params)

/** Sends a held order as it came, under its own reference, in the name of whoever approves it. */
export function sendStored(
  { upstream, apiKey }: Pick<GatewayOptions, 'upstream' | 'apiKey'>,
  ep: Endpoint,
  row: ProposalRow,
  session: Session,
): Promise<Response> {
  const headers = new Headers({
    accept: 'application/json',
    'api-key': apiKey,
    authorization: `Bearer ${session.token}`,
  })
  if (ep.idempotent) headers.set('idempotency-ref', row.idempotency_ref)
  if (row.body !== null) headers.set('content-type', 'application/json')
  const url = `${UPSTREAM_HOST}${fillPath(ep, paramsOf(row))}`
  return upstream(new Request(url, { method: ep.method, headers, ...(row.body !== null && { body: row.body }) }))
}
