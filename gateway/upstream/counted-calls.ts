import type { CallUpstream } from './call-upstream'

/** The same calls, each with its name noted: the answer to the browser says what was reached for it. */
export const countedCalls =
  (callUpstream: CallUpstream, reached: string[]): CallUpstream =>
  (ep, args, token) => {
    reached.push(ep.id)
    return callUpstream(ep, args, token)
  }
