import type { Tx } from '../../storage/transaction'
import type { Actor, ActorCtx, Ctx, Outcome } from '../domain/context'
import { nextDue, runDue } from '../domain/due/run-due'
import type { Keys } from '../keys'
import type { Sandbox } from '../sandbox'

/** A person who can sign in to a world, and with what. */
export type SignIn = { email: string; password: string; role: string }

/** Puts something into an empty database, all of it by the verbs that the API runs. */
export type World = {
  /** One sentence: what there is to see. */
  what: string
  signIns: readonly SignIn[]
  build: (site: Site) => Promise<void>
  /** Set where building takes long, so that a snapshot is kept; counts up with what is built. */
  version?: number
}

/** Where a world is built: one transaction, and verbs made at any instant up to now. */
export type Site = {
  now: number
  /** Seal what cards keep secret. */
  keys: Keys
  at: (instant: number) => Ctx
  as: (actor: Actor, instant: number) => ActorCtx
  /** Does everything that falls due up to an instant, each at its own time, as the scheduler would have done. */
  settle: (upTo: number) => Promise<void>
}

/**
 * Past deeds get ids of their own past, without chance: the same world looks the same every time. What is added to a world
 * that is there already takes `newId` of the sandbox instead, which meets no other.
 */
export function openSite(sandbox: Sandbox, tx: Tx, newId?: () => string): Site {
  const now = sandbox.clock.now()
  let count = 0
  const idOf = (instant: number) => {
    count += 1
    return `${instant}${String(count % 100_000).padStart(5, '0')}`
  }
  const at = (instant: number): Ctx => ({
    ...sandbox.ctx(tx),
    // What a world was before anybody looked is no news to the platform.
    addressed: false,
    now: () => instant,
    newId: newId ?? (() => idOf(instant)),
  })
  const settle = async (upTo: number) => {
    for (;;) {
      const due = await nextDue({ tx })
      if (due === undefined || due > upTo) return
      await runDue(at(due))
      await breathe()
    }
  }
  return { now, keys: sandbox.keys, at, as: (actor, instant) => ({ ...at(instant), actor }), settle }
}

// better-sqlite3 computes in our own process, and promises alone never let anybody else have a turn.
const TURN_MS = 20
let turnBegan = 0

/**
 * Lets the rest of the process have a turn when a world has computed for a while: `/health` and the like answer while it
 * is built. Whoever asks the database waits for it all the same: on SQLite there is one connection, in one transaction.
 */
export async function breathe(): Promise<void> {
  if (performance.now() - turnBegan < TURN_MS) return
  await new Promise<void>((resolve) => setImmediate(resolve))
  turnBegan = performance.now()
}

/** The value of a deed that a world takes for granted; a refusal is a mistake in the world. */
export async function must<T>(outcome: Promise<Outcome<T, string>>): Promise<T> {
  const settled = await outcome
  await breathe()
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
