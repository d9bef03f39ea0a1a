import type * as z from 'zod'

/** One call of Weavr's simulator, which plays the world outside: other banks, shops, phones, reviewers. Test systems only. */
export type Simulation = {
  /** The published operationId. */
  id: string
  summary: string
  method: 'POST'
  /** Relative to `/simulate/api`. */
  path: `/${string}`
  params?: z.ZodObject
  body?: z.ZodType
  /** What success looks like; `null` is an empty body with 204. Many refuse with 200 and a code that begins with DENIED. */
  answer: z.ZodType | null
  /** Codes of a 409. */
  conflicts?: readonly string[]
}

/** Declares a simulator call and keeps its literal types. */
export const simulation = <const S extends Simulation>(definition: S): S => definition

type Part<S, K extends 'params' | 'body'> =
  S extends Record<K, infer Z extends z.ZodType> ? Record<K, z.output<Z>> : unknown
/** What a simulator handler receives, already validated. */
export type SimulationInput<S extends Simulation> = Part<S, 'params'> & Part<S, 'body'>
/** What it answers; `undefined` stands for an empty body. */
export type SimulationAnswer<S extends Simulation> = S['answer'] extends z.ZodType ? z.output<S['answer']> : undefined
/** The conflicts that it may refuse with. */
export type SimulationConflict<S extends Simulation> = S extends { conflicts: readonly (infer C extends string)[] }
  ? C
  : never
