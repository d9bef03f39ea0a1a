import type { Selectable } from 'kysely'
import type {
  BulkOperationStatus,
  BulkProcess,
  BulkProcessDetails,
  BulkProcessOperation,
} from '../../../contract/bulks'
import type { SandboxBulkOperationTable, SandboxBulkTable } from '../../../storage/schema/bulks'
import type { BulkItem } from './operations'

export type BulkRow = Selectable<SandboxBulkTable>

export function bulkView(row: BulkRow): BulkProcess {
  return {
    bulkId: row.id,
    status: row.status,
    submittedItemsCount: row.item_count,
    ...(row.started_at !== null && { executionStart: row.started_at }),
    ...(row.finished_at !== null && { executionFinish: row.finished_at }),
    operation: row.operation,
    ...(row.mode !== null && { mode: row.mode }),
  }
}

/** With the counts that are kept beside the rows; a status that no row has is left out. */
export function bulkDetails(row: BulkRow): BulkProcessDetails {
  const { completed_count: completed, failed_count: failed, cancelled_count: cancelled } = row
  const counts: [BulkOperationStatus, number][] = [
    ['SUBMITTED', row.item_count - completed - failed - cancelled],
    ['COMPLETED', completed],
    ['FAILED', failed],
    ['CANCELLED', cancelled],
  ]
  const operationStatusCounts = counts.flatMap(([status, count]) => (count > 0 ? [{ status, count }] : []))
  return { ...bulkView(row), operationStatusCounts }
}

type Item = Pick<Selectable<SandboxBulkOperationTable>, 'id' | 'sequence' | 'status' | 'request' | 'response'>

export function bulkOperationView(bulk: Pick<BulkRow, 'method' | 'operation'>, row: Item): BulkProcessOperation {
  const { pathParams = {}, requestBody }: BulkItem = JSON.parse(row.request)
  return {
    operationId: row.id,
    sequence: row.sequence,
    method: bulk.method,
    path: bulk.operation.replace(/_\w+_/g, (name) => pathParams[name] ?? name),
    status: row.status,
    ...(requestBody !== undefined && { requestPayload: JSON.stringify(requestBody) }),
    ...(row.response !== null && { responsePayload: row.response }),
  }
}
