import { pageConfig } from '@/lib/page-config'

/** The part of Weavr's secure components that this console uses (`client.1.js`, global `OpcUxSecureClient`). */
export type SecureInput = {
  mount: (element: HTMLElement) => void
  destroy: () => void
  focus: () => void
  clear: () => void
  update?: (options: SecureInputOptions) => void
  on: (event: 'ready' | 'change' | 'focus' | 'blur' | 'keyup' | 'submit', listener: (detail: unknown) => void) => void
}
export type SecureStyle = Record<string, string | Record<string, string>>
export type SecureInputOptions = {
  placeholder?: string
  maxlength?: number
  /** Names the frame for those who hear it; versions that do not know it ignore it. */
  ariaLabel?: string
  style?: { base: SecureStyle; invalid?: SecureStyle }
}
export type SecureKind = 'password' | 'confirmPassword' | 'passCode' | 'confirmPassCode' | 'cardPin'
export type SecureForm = {
  input: (name: string, kind: SecureKind, options: SecureInputOptions) => SecureInput
  tokenize: (ok: (tokens: Record<string, string>) => void, failed: (error: unknown) => void) => void
}
type SecureClient = { init: (uiKey: string, options?: { fonts?: unknown[] }) => unknown; form: () => SecureForm }

declare global {
  var OpcUxSecureClient: SecureClient | undefined
}

const patience = 10_000
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
  if (!globalThis.OpcUxSecureClient) await runScript(secureScript)
  const client = globalThis.OpcUxSecureClient
  if (!client) throw new Error('the script did not define the secure components')
  client.init(uiKey)
  return client
}

function runScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    const fail = (why: string) => {
      clearTimeout(timer)
      script.remove()
      reject(new Error(why))
    }
    const timer = setTimeout(() => fail('the script of the secure components is late'), patience)
    script.src = src
    script.async = true
    script.onload = () => {
      clearTimeout(timer)
      resolve()
    }
    script.onerror = () => fail('the script of the secure components was not loaded')
    document.head.append(script)
  })
}
