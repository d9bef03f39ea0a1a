import { type CureId, cureOf } from './cures'
import { type Cause, causeKey, levelOf, type Problem, problemCodes } from './problem'

export type Counted = { causes: (Cause & { cure?: CureId })[]; errorRows: number; warningRows: number }

/** Counts the problems of the rows by cause, and the rows that have any; each row is given as its problems. */
export function countProblems(rows: Iterable<readonly Problem[]>): Counted {
  const causes = new Map<string, Cause>()
  let errorRows = 0
  let warningRows = 0
  for (const problems of rows) {
    let error = false
    let warning = false
    for (const problem of problems) {
      const key = causeKey(problem)
      const level = levelOf(problem.code)
      error ||= level === 'error'
      warning ||= level === 'warning'
      const cause = causes.get(key)
      if (cause) cause.rows += 1
      else causes.set(key, { key, code: problem.code, field: problem.field, level, rows: 1, example: problem })
    }
    if (error) errorRows += 1
    if (warning) warningRows += 1
  }
  const withCures = [...causes.values()].sort(byWeight).map((cause) => {
    const cure = cureOf(cause.code)
    return cure ? { ...cause, cure } : cause
  })
  return { causes: withCures, errorRows, warningRows }
}

const weight = { error: 0, warning: 1, info: 2 } as const
/** Always in the same order within a level: a list that re-sorts under the pointer makes people press the wrong thing. */
const byWeight = (a: Cause, b: Cause): number =>
  weight[a.level] - weight[b.level] ||
  problemCodes.indexOf(a.code) - problemCodes.indexOf(b.code) ||
  a.field.localeCompare(b.field)
