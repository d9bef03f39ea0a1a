import { queryOptions } from '@tanstack/react-query'
import { type BulkProcessOperation, bulkIdOperations } from '#contract/bulks'
import { call } from '@/api/client'
import { bulkPageLimit, bulkQueries } from '@/api/queries/bulks'

/** Why rows failed, most frequent first. */
export type FailureCause = { code: string; count: number; firstSequence: number }
export type Failures = { causes: FailureCause[]; counted: number; all: number }

/** So many pages of failed rows are read to count reasons; the page says when there are more. */
export const failurePages = 10

/** The error code in the answer of a row; answers come as JSON text, and a server may say anything. */
export function failureCode(responsePayload: string | undefined): string {
  try {
    const answer: unknown = JSON.parse(responsePayload ?? '')
    if (typeof answer !== 'object' || answer === null) return 'UNKNOWN'
    const { errorCode, code, syntaxErrors } = answer as Record<string, unknown>
    if (typeof errorCode === 'string') return errorCode
    if (typeof code === 'string') return code
    return syntaxErrors ? 'INVALID_REQUEST' : 'UNKNOWN'
  } catch {
    return 'UNKNOWN'
  }
}

/** Groups failed rows by their code. */
export function groupFailures(
  rows: readonly Pick<BulkProcessOperation, 'sequence' | 'responsePayload'>[],
): FailureCause[] {
  const causes = new Map<string, FailureCause>()
  for (const { sequence, responsePayload } of rows) {
    const code = failureCode(responsePayload)
    const cause = causes.get(code)
    if (!cause) causes.set(code, { code, count: 1, firstSequence: sequence })
    else {
      cause.count += 1
      cause.firstSequence = Math.min(cause.firstSequence, sequence)
    }
  }
  return [...causes.values()].sort((a, b) => b.count - a.count || a.code.localeCompare(b.code))
}

/** Reads the failed rows, a hundred at a time and not without end, and groups them. */
export const failuresQuery = (id: string, isRunning: boolean) =>
  queryOptions({
    queryKey: [...bulkQueries.all(), 'failures', id] as const,
    queryFn: async ({ signal }): Promise<Failures> => {
      const rows: BulkProcessOperation[] = []
      let all = 0
      for (let page = 0; page < failurePages; page += 1) {
        const query = { status: 'FAILED', limit: bulkPageLimit, offset: page * bulkPageLimit } as const
        const answer = await call(bulkIdOperations, { params: { bulk_id: id }, query }, signal)
        rows.push(...answer.operations)
        all = answer.count
        if (rows.length >= all || answer.operations.length === 0) break
      }
      return { causes: groupFailures(rows), counted: rows.length, all }
    },
    // While rows still fail, look again now and then; the stream tells the counts meanwhile.
    refetchInterval: isRunning ? 5_000 : false,
  })
