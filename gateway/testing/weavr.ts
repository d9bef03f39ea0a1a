import { webhooks } from '../../contract/events'
import type { Webhook } from '../../contract/webhook'
import { defaultKeys, webhookHeaders } from '../../sandbox/index'
import { ORIGIN } from './browser'
import type { TestGateway } from './test-gateway'

/** How a message is to differ from a right one. */
export type Twist = {
  reference?: string
  at?: number
  keys?: { apiKey: string; webhooksKey: string }
  /** Changes the headers once they are right. */
  headers?: (headers: Headers) => void
  /** What is sent in place of what was signed. */
  body?: string
  path?: string
}

/** Weavr, as it tells the platform: with the sandbox's own signing, and without a socket. */
export function weavrOf(bank: Pick<TestGateway, 'app' | 'clock'>) {
  let count = 0
  return async (hook: Webhook, payload: unknown, twist: Twist = {}): Promise<Response> => {
    count += 1
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload)
    const { reference = `9000${count}${Date.now()}`, at = bank.clock.now(), keys = defaultKeys } = twist
    const headers = new Headers(webhookHeaders(hook, keys, { reference, at, body: text }))
    headers.set('content-type', 'application/json')
    twist.headers?.(headers)
    const url = `${ORIGIN}/webhooks/multi${twist.path ?? hook.path}`
    return bank.app().fetch(new Request(url, { method: 'POST', headers, body: twist.body ?? text }))
  }
}

export function hookOf(id: string): Webhook {
  const hook = webhooks.find((one) => one.id === id)
  if (!hook) throw new Error(`There is no webhook ${id}.`)
  return hook
}
