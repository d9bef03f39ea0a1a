import { ApiError } from './api-error'

/** A payment that did not leave: another person decides on it. */
export type HeldBack = { proposalId: string }

/** For a page that goes on to the proposal: what a call answers, or the proposal that it became. */
export async function orHeldBack<T>(call: Promise<T>): Promise<T | HeldBack> {
  try {
    return await call
  } catch (error) {
    if (error instanceof ApiError && error.proposalId !== undefined) return { proposalId: error.proposalId }
    throw error
  }
}
