import { pageConfig } from '@/lib/page-config'
import { SecureFailure } from './secure-failure'
import type { NewerClient, OlderClient } from './vendor'

/** The vendor's script, of whichever generation it is: what the parts of this folder are made with. */
export type SecureClient = { older: OlderClient } | { newer: NewerClient }

/** What does not come for this long is called late. */
export const patience = 10_000

let loading: Promise<SecureClient> | undefined

/** Loads the script once per page and starts it with the UI key. After a failure the next call tries anew. */
export function secureClient(): Promise<SecureClient> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function load(): Promise<SecureClient> {
  const { secureScript, uiKey } = pageConfig()
  const client = started(uiKey)
  if (client) return client
  await runScript(secureScript)
  const now = started(uiKey)
  if (!now) throw new SecureFailure('SCRIPT_BLOCKED')
  return now
}

/** Which generation has been loaded is told by the name that it put on the page. */
function started(uiKey: string): SecureClient | undefined {
  const { OpcUxSecureClient: older, weavr } = globalThis
  if (older) {
    older.init(uiKey)
    return { older }
  }
  // The newer one answers its parts at the start.
  return weavr && { newer: weavr.init(uiKey) }
}

function runScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    const end = (code?: 'SCRIPT_BLOCKED' | 'SCRIPT_LATE') => {
      clearTimeout(timer)
      if (!code) return resolve()
      script.remove()
      reject(new SecureFailure(code))
    }
    const timer = setTimeout(end, patience, 'SCRIPT_LATE')
    script.src = src
    script.async = true
    script.onload = () => end()
    script.onerror = () => end('SCRIPT_BLOCKED')
    document.head.append(script)
  })
}
