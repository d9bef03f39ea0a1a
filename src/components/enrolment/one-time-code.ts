import { type Failure, isOutcomeUnknown, readFailure } from '@/lib/failure'
import type { CodeMemory } from './code-memory'

/** A code may be sent again this long after the last one. */
export const resendAfter = 15_000

export type CodeState = {
  /** `over`: no code will do any more. */
  phase: 'idle' | 'sending' | 'ready' | 'checking' | 'done' | 'over'
  /** When the code was sent that may be entered, if there is one. */
  sentAt: number | undefined
  /** Whether another code would be sent. */
  maySendAgain: boolean
  /** What was refused last, as it was thrown. */
  error: unknown
}

/**
 * What a refusal means. `again`: the same may be tried again; `spent`: only another code helps; `sent`: a code was sent
 * a moment ago; `no-more`: none will be sent, but the last one may still do; `over`: nothing helps; `done`: it is proved already.
 */
export type Verdict = 'again' | 'spent' | 'sent' | 'no-more' | 'over' | 'done'

type Parts = {
  send: () => Promise<unknown>
  check: (code: string) => Promise<unknown>
  /** What the documented refusals mean; without an answer it is decided here. */
  judge: (failure: Failure, during: 'send' | 'check') => Verdict
  memory: CodeMemory
  /** How long a code can be entered, in ms. */
  lifetime: number
  now: () => number
}

/**
 * A code that is sent and entered, outside React: sending must follow from an event, and a component that is mounted
 * twice must not send two.
 */
export function createOneTimeCode({ send, check, judge, memory, lifetime, now }: Parts) {
  let state: CodeState = { phase: 'idle', sentAt: undefined, maySendAgain: true, error: undefined }
  const listeners = new Set<() => void>()
  const set = (change: Partial<CodeState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  /** Where a verdict leads. A code that is good is remembered, any other forgotten. */
  function after(verdict: Verdict, error: unknown): Partial<CodeState> {
    if (verdict === 'sent') memory.remember(now())
    else if (verdict === 'spent' || verdict === 'over' || verdict === 'done') memory.forget()
    switch (verdict) {
      case 'again':
        return { phase: 'ready', error }
      case 'sent':
        return { phase: 'ready', sentAt: now(), error }
      case 'no-more':
        return { phase: state.sentAt === undefined ? 'over' : 'ready', maySendAgain: false, error }
      case 'spent':
        return { phase: 'ready', sentAt: undefined, error }
      case 'over':
        return { phase: 'over', sentAt: undefined, error }
      case 'done':
        return { phase: 'done', error: undefined }
      default:
        return verdict satisfies never
    }
  }

  /** Makes a call, and says whether everything is proved after it. */
  async function attempt(during: 'send' | 'check', work: () => Promise<unknown>): Promise<boolean> {
    set({ phase: during === 'send' ? 'sending' : 'checking', error: undefined })
    let verdict: Verdict = during === 'send' ? 'sent' : 'done'
    let error: unknown
    try {
      await work()
    } catch (thrown) {
      const failure = readFailure(thrown)
      error = thrown
      // Without an answer the code may be on its way: it can be entered, and another one asked for a moment later.
      verdict = isOutcomeUnknown(failure) ? (during === 'send' ? 'sent' : 'again') : judge(failure, during)
    }
    set(after(verdict, error))
    return verdict === 'done'
  }

  /** Says that the code is too old to be entered, once it is. */
  const expire = (): void => {
    if (state.phase !== 'ready' || state.sentAt === undefined || now() < state.sentAt + lifetime) return
    set(after('spent', { status: 409, code: 'VERIFICATION_CODE_EXPIRED' }))
  }

  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Takes up a code that was sent before a reload. With `send` one is sent where there is none. */
    begin: (how: 'send' | 'wait'): void => {
      if (state.phase !== 'idle') return
      const sentAt = memory.at(now())
      if (sentAt !== undefined) set({ phase: 'ready', sentAt })
      else if (how === 'send') void attempt('send', send)
    },
    /** Sends a code, unless one was sent a moment ago. True when there is nothing left to prove. */
    send: async (): Promise<boolean> => {
      const waiting = state.sentAt !== undefined && now() < state.sentAt + resendAfter
      const may = (state.phase === 'idle' || state.phase === 'ready') && state.maySendAgain && !waiting
      return may && attempt('send', send)
    },
    expire,
    /** Checks the code; true when it was right, or not needed any more. */
    check: async (code: string): Promise<boolean> => {
      expire()
      return state.phase === 'ready' && state.sentAt !== undefined && attempt('check', () => check(code))
    },
  }
}

export type OneTimeCode = ReturnType<typeof createOneTimeCode>
