import { createClock } from '../../sandbox/effects/clock'
import type { WeavrSettings } from '../env'
import { isLoopback } from '../http/origin'
import type { Side } from './side'
import { createWeavrUpstream } from './weavr-upstream'

/** Weavr, or a sandbox that runs elsewhere, as the Multi API. */
export async function connectWeavr(weavr: WeavrSettings): Promise<Side> {
  const { upstream, close } = createWeavrUpstream(weavr.baseUrl)
  const { hostname } = new URL(weavr.baseUrl)
  return {
    options: {
      clock: createClock(),
      upstream,
      apiKey: weavr.apiKey,
      page: {
        environment: hostname.startsWith('sandbox.') || isLoopback(hostname) ? 'weavr-sandbox' : 'weavr-live',
        uiKey: weavr.uiKey,
        secureScript: weavr.secureScript,
        profiles: weavr.profiles,
        currencies: weavr.currencies,
        demoSignIns: [],
      },
    },
    start: () => {},
    stop: close,
  }
}
