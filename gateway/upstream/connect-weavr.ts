import type { Brand } from '../../contract/brand'
import { createClock } from '../../sandbox/effects/clock'
import type { WeavrSettings } from '../env'
import { isLoopback } from '../http/origin'
import type { Side } from './side'
import { createWeavrUpstream } from './weavr-upstream'

/** Weavr, or a sandbox that runs elsewhere, as the Multi API. */
export async function connectWeavr(weavr: WeavrSettings, brand: Brand): Promise<Side> {
  const { upstream, close } = createWeavrUpstream(weavr.baseUrl)
  const { hostname } = new URL(weavr.baseUrl)
  const secure = isOfUpstream(weavr) ? createWeavrUpstream(new URL('..', weavr.secureScript).href) : undefined
  return {
    options: {
      clock: createClock(),
      upstream,
      ...(secure && { secureUi: secure.upstream }),
      apiKey: weavr.apiKey,
      webhooksKey: weavr.webhooksKey,
      registrations: weavr.profiles,
      secureFrames: weavr.secureFrames,
      page: {
        environment: hostname.startsWith('sandbox.') || isLoopback(hostname) ? 'weavr-sandbox' : 'weavr-live',
        uiKey: weavr.uiKey,
        secureScript: weavr.secureScript,
        profiles: { managedAccounts: weavr.profiles.managedAccounts, transfers: weavr.profiles.transfers },
        registrations: [
          ...(weavr.profiles.corporates === undefined ? [] : (['CORPORATE'] as const)),
          ...(weavr.profiles.consumers === undefined ? [] : (['CONSUMER'] as const)),
        ],
        currencies: weavr.currencies,
        feeTypes: weavr.feeTypes,
        brand,
        demoSignIns: [],
      },
    },
    start: () => {},
    async stop() {
      await Promise.all([close(), secure?.close()])
    },
  }
}

/** Whether the server of the secure components is the API's own, as it is in Weavr's sandbox and in ours elsewhere. */
function isOfUpstream({ baseUrl, secureScript }: WeavrSettings): boolean {
  const [api, script] = [new URL(baseUrl), new URL(secureScript)]
  return api.origin === script.origin || (isLoopback(api.hostname) && isLoopback(script.hostname))
}
