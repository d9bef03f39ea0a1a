import { ApiError } from '@/api/client/api-error'
import type { Issued } from './issued'

/** A code may be sent again this long after the last one. */
export const resendAfter = 15_000
/** A session is sent one code and, if that does not help, one more. */
const mostSent = 2

export type StepUpState = {
  /** `over`: this session cannot be stepped up any more; only a new sign-in helps. */
  phase: 'idle' | 'sending' | 'ready' | 'checking' | 'done' | 'over'
  /** Wrong codes since the last one was sent, as far as this tab knows: another one may have been tried elsewhere. */
  wrong: number
  /** When the last code was sent, if one was. */
  sentAt: number | undefined
  /** Whether the server would send another code. */
  maySendAgain: boolean
  error: ApiError | undefined
}

type Parts = {
  issue: () => Promise<unknown>
  verify: (code: string) => Promise<unknown>
  issued: Issued
  now: () => number
}

/** Codes after which no code of this session can pass any more. */
const final = new Set([
  'CHANNEL_NOT_SUPPORTED',
  'CHANNEL_NOT_REGISTERED',
  'MOBILE_NUMBER_INVALID',
  'MOBILE_COUNTRY_NOT_SUPPORTED',
])

const wrongOnes = new Set(['VERIFICATION_CODE_INVALID', 'ONE_CHALLENGE_LIMIT_REMAINING'])

const isFinal = (error: ApiError): boolean => error.status === 401 || final.has(error.code)

/**
 * One proof of presence, outside React: sending a text message must follow from an event, and a component that is
 * mounted twice must not send two.
 */
export function createStepUp({ issue, verify, issued, now }: Parts) {
  let state: StepUpState = { phase: 'idle', sentAt: undefined, maySendAgain: true, wrong: 0, error: undefined }
  const listeners = new Set<() => void>()
  const set = (change: Partial<StepUpState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  async function send(): Promise<void> {
    set({ phase: 'sending', error: undefined })
    try {
      await issue()
      issued.remember(now())
      set({ phase: 'ready', sentAt: now(), ...counts() })
    } catch (cause) {
      const error = asApiError(cause)
      if (error.code === 'RETRY_IN_15SEC') set({ phase: 'ready', sentAt: now(), error })
      else if (isFinal(error)) set({ phase: 'over', error })
      // The documents say 400 where the newer ones say CHALLENGE_LIMIT_EXCEEDED: either way, no more codes.
      else if (error.code === 'CHALLENGE_LIMIT_EXCEEDED' || error.status === 400) noMoreCodes()
      else set({ phase: 'ready', error })
    }
  }

  const counts = () => ({ wrong: issued.known().wrong, maySendAgain: issued.known().sent < mostSent })

  /** A code that was sent before may still be good; without one there is nothing left to enter. */
  function noMoreCodes(): void {
    const error = new ApiError(409, 'NO_MORE_CODES')
    set({ phase: issued.at(now()) === undefined ? 'over' : 'ready', maySendAgain: false, error })
  }

  function passed(): true {
    issued.forget()
    set({ phase: 'done' })
    return true
  }

  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Sends a code unless one is under way or was sent already. */
    begin: (): void => {
      if (state.phase !== 'idle') return
      const sentAt = issued.at(now())
      if (sentAt === undefined) void send()
      else set({ phase: 'ready', sentAt, ...counts() })
    },
    sendAgain: (): void => {
      const waiting = state.sentAt !== undefined && now() < state.sentAt + resendAfter
      if (state.phase === 'ready' && state.maySendAgain && !waiting) void send()
    },
    /** Checks the code; true when the session is stepped up. */
    check: async (code: string): Promise<boolean> => {
      if (state.phase !== 'ready') return false
      set({ phase: 'checking', error: undefined })
      try {
        await verify(code)
      } catch (cause) {
        const error = asApiError(cause)
        if (error.code !== 'ALREADY_VERIFIED') {
          if (wrongOnes.has(error.code)) issued.wrong()
          if (error.code === 'VERIFICATION_CODE_EXPIRED' && !state.maySendAgain) noMoreCodes()
          else {
            const dead = error.code === 'CHALLENGE_LIMIT_EXCEEDED' || isFinal(error)
            set({ phase: dead ? 'over' : 'ready', wrong: issued.known().wrong, error })
          }
          return false
        }
      }
      return passed()
    },
    /** The session was stepped up by another proof: the phone said yes, or was registered just now. */
    passed,
  }
}

export type StepUp = ReturnType<typeof createStepUp>

function asApiError(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause
  return new ApiError(0, 'UNEXPECTED')
}
