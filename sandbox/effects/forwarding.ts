import * as z from 'zod'
import type { Webhook } from '../../contract/webhook'
import { forwardingHeaders } from '../domain/outbox/sign'
import type { Sandbox } from '../sandbox'
import { postJson } from './post-json'

/** APPROVED or DENIED by the platform; or why it did not decide, and the caller's default applies. */
export type PlatformAnswer = { decision: 'APPROVED' | 'DENIED' } | 'TIMEOUT' | 'FAILED' | 'NO_ADDRESS'

export type PlatformQuestion = {
  /** Appended to the platform's address. */
  path: `/${string}`
  /** Must have the form of the contract; it is sent as it is. */
  payload: unknown
  /** In real time: a demo that moves the sandbox's clock does not hurry the platform. */
  timeoutMs: number
  /** The header that names the question; `call-ref` where left out. */
  reference?: Webhook['reference']
}

// One word in an object; the rest is room.
const ANSWER_BYTES = 64 * 1024
const Answer = z.object({ result: z.enum(['APPROVED', 'DENIED']) })

/**
 * Asks the platform whether a payment may pass. Call it outside any transaction: first one that checks and holds, then
 * the question, then one that settles. Anything but a 200 in the documented form is FAILED.
 */
export async function askPlatform(
  sandbox: Pick<Sandbox, 'apiKey' | 'webhooksKey' | 'settings' | 'clock' | 'newId'>,
  { path, payload, timeoutMs, reference = 'call-ref' }: PlatformQuestion,
): Promise<PlatformAnswer> {
  const address = sandbox.settings.webhookAddress
  if (address === null) return 'NO_ADDRESS'
  const body = JSON.stringify(payload)
  const headers = forwardingHeaders(reference, sandbox, { reference: sandbox.newId(), at: sandbox.clock.now(), body })
  const posted = await postJson({ address, path, headers, body, timeoutMs, mostBytes: ANSWER_BYTES })
  if (posted === 'TIMEOUT') return 'TIMEOUT'
  if (posted === 'NO_ANSWER' || posted.status !== 200) return 'FAILED'
  const answer = readAnswer(posted.text)
  return answer ? { decision: answer.result } : 'FAILED'
}

function readAnswer(text: string): z.infer<typeof Answer> | undefined {
  try {
    return Answer.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
