import type { StateTone } from '@/components/feedback/state-shape'

const good = new Set([
  'COMPLETED',
  'APPROVED',
  'AUTHORISED',
  'AUTHORISED_CREDIT',
  'VERIFIED',
  'ACTIVE',
  'ACTIVATED',
  'ENABLED',
  'UNBLOCKED',
  'SETTLED',
  'CHALLENGE_COMPLETED',
])
const bad = new Set([
  'FAILED',
  'REJECTED',
  'DECLINED',
  'INVALID',
  'BLOCKED',
  'DESTROYED',
  'REMOVED',
  'CHALLENGE_FAILED',
  'CARD_EXPIRED',
])
const waiting = new Set([
  'PENDING',
  'PENDING_CHALLENGE',
  'PENDING_VERIFICATION',
  'SCHEDULED',
  'REQUESTED',
  'RUNNING',
  'PAUSED',
  'SUBMITTED',
  'INITIALISED',
  'CARD_ABOUT_TO_EXPIRE',
])

/** How a state looks; those that only say what happened are neutral. */
export function toneOf(state: string): StateTone {
  if (good.has(state)) return 'good'
  if (bad.has(state)) return 'bad'
  return waiting.has(state) ? 'wait' : 'neutral'
}

/** The vendor's word as a word: `PENDING_CHALLENGE` is "Pending challenge". */
export const wordsOf = (code: string): string => {
  const words = code.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
