import type { Tx } from '../../storage/transaction'
import type { Actor, ActorCtx, Ctx, Outcome } from '../domain/context'
import { nextDue, runDue } from '../domain/due/run-due'
import type { Sandbox } from '../sandbox'

/** A person who can sign in to a world, and with what. */
export type SignIn = { email: string; password: string; role: string }

/** Puts something into an empty database, all of it by the verbs that the API runs. */
export type World = { signIns: readonly SignIn[]; build: (site: Site) => Promise<void> }

/** Where a world is built: one transaction, and verbs made at any instant up to now. */
export type Site = {
  now: number
  at: (instant: number) => Ctx
  as: (actor: Actor, instant: number) => ActorCtx
  /** Does everything that falls due up to an instant, each at its own time, as the scheduler would have done. */
  settle: (upTo: number) => Promise<void>
}

/** Past deeds get ids of their own past, without chance: the same world looks the same every time. */
export function openSite(sandbox: Sandbox, tx: Tx): Site {
  const now = sandbox.clock.now()
  let count = 0
  const at = (instant: number): Ctx => ({
    ...sandbox.ctx(tx),
    // What a world was before anybody looked is no news to the platform.
    addressed: false,
    now: () => instant,
    newId: () => {
      count += 1
      return `${instant}${String(count % 1000).padStart(3, '0')}00`
    },
  })
  const settle = async (upTo: number) => {
    for (;;) {
      const due = await nextDue({ tx })
      if (due === undefined || due > upTo) return
      await runDue(at(due))
    }
  }
  return { now, at, as: (actor, instant) => ({ ...at(instant), actor }), settle }
}

/** The value of a deed that a world takes for granted; a refusal is a mistake in the world. */
export async function must<T>(outcome: Promise<Outcome<T, string>>): Promise<T> {
  const settled = await outcome
  if (!settled.ok) throw new Error(`The world asks for something that is refused: ${settled.refusal}`)
  return settled.value
}

/** Chance that is the same every time (mulberry32); each call answers a number from 0 to just below 1. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
