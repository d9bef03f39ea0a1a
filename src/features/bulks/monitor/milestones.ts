import type { Counts } from './counts'

export type Milestone = { kind: 'share'; percent: 25 | 50 | 75 | 100 } | { kind: 'failure' }

/** What has happened between two looks that is worth saying aloud: quarters of the way, and the first failure. */
export function milestones(before: Counts | undefined, after: Counts): Milestone[] {
  if (!before || after.total === 0) return []
  const found: Milestone[] = []
  if (before.FAILED === 0 && after.FAILED > 0) found.push({ kind: 'failure' })
  // Several quarters in one step are one piece of news.
  const passed = ([100, 75, 50, 25] as const).find((percent) => {
    const mark = (after.total * percent) / 100
    return before.settled < mark && after.settled >= mark
  })
  if (passed) found.push({ kind: 'share', percent: passed })
  return found
}
