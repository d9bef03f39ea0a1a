import type { Generated } from 'kysely'

export type GatewayLiveEventTable = {
  /** Grows; the browser's Last-Event-ID. */
  id: number
  identity_id: string
  payload: string
  created_at: number
  /** Permissions of which one lets a person hear the event, with blanks between; empty: anybody of the identity may. */
  needs: Generated<string>
}
/** Who asks the upstream how a bulk is doing, for every gateway whose people watch it. */
export type GatewayBulkPollTable = { key: string; holder: string; until: number }

export type LiveTables = { gateway_live_event: GatewayLiveEventTable; gateway_bulk_poll: GatewayBulkPollTable }
