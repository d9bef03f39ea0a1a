import type * as z from 'zod'

/** The JSON of a successful answer, if it is what the schema says; `undefined` otherwise. */
export async function readAnswer<S extends z.ZodType>(schema: S, answer: Response): Promise<z.output<S> | undefined> {
  if (!answer.ok) return undefined
  const result = schema.safeParse(await answer.json().catch(() => undefined))
  return result.success ? result.data : undefined
}
