import * as z from 'zod'
import { Id, publishedOptional } from './common'

const submission = <R extends z.ZodType>(row: R) => z.array(row).min(1).max(10_000)

/** The rows of a submission, 1 to 10,000, of calls without a path parameter: each carries the body of its call. */
export const rows = <B extends z.ZodType>(requestBody: B) =>
  submission(z.object({ pathParams: z.object({}).optional(), requestBody: publishedOptional(requestBody) }))

/** The rows of a submission of calls on a resource: each names its own, as in `{_id_: '1'}`. */
export const rowsOn = <N extends string>(parameter: N) => submission(z.object({ pathParams: named(parameter) }))

/** The same where the call takes a body too. */
export const rowsOnWith = <N extends string, B extends z.ZodType>(parameter: N, requestBody: B) =>
  submission(z.object({ pathParams: named(parameter), requestBody: publishedOptional(requestBody) }))

/** The document leaves the parameters of a row optional; a call without its resource is none. */
function named<N extends string>(parameter: N) {
  const shape = { [parameter]: publishedOptional(Id) } as Record<N, typeof Id>
  return publishedOptional(z.object(shape))
}
