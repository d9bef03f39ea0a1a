import type { GatewayOptions } from '../options'

/** What stands behind the gateway, and what the gateway needs to know of it. */
export type Side = {
  options: Pick<
    GatewayOptions,
    | 'clock'
    | 'upstream'
    | 'apiKey'
    | 'webhooksKey'
    | 'page'
    | 'embedded'
    | 'secureUi'
    | 'secureFrames'
    | 'registrations'
  >
  start: () => void
  stop: () => Promise<void>
}
