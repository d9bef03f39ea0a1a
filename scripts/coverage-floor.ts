export type Fact = { operationId: string; section: string }

/** Sections of the API that a person reaches whole: what is missing of one of these fails the run. */
export const wholeSections = [
  'access',
  'passwords',
  'authentication-factors',
  'step-up-challenges',
  'corporates',
  'consumers',
  'authorised-users',
] as const

type Line = { section: string; of: number; missing: string[] }
export type CoverageReport = {
  reached: number
  lines: Line[]
  /** Why the run fails; none where all is well. */
  failures: string[]
}

type Rules = {
  whole?: readonly string[]
  /** Operations that 3.63.5 does not have: they may be reached, and count for nothing. */
  newer?: readonly string[]
}

/** What of the API a person reached, by section, measured by what has to be whole. */
export function coverageReport(
  facts: readonly Fact[],
  reached: ReadonlySet<string>,
  { whole = wholeSections, newer = [] }: Rules = {},
): CoverageReport {
  const lines = [...new Set(facts.map(({ section }) => section))].map((section) => {
    const all = facts.filter((fact) => fact.section === section).map(({ operationId }) => operationId)
    return { section, of: all.length, missing: all.filter((id) => !reached.has(id)) }
  })
  const known = new Set(facts.map(({ operationId }) => operationId))
  const hit = [...reached].filter((id) => known.has(id)).length
  const unknown = [...reached].filter((id) => !known.has(id) && !newer.includes(id))
  const failures = [
    ...(hit === 0 ? ['The record of the last run holds no operation.'] : []),
    ...(unknown.length > 0
      ? [`The record of the last run names operations that are none: ${unknown.join(', ')}.`]
      : []),
    ...whole.flatMap((section) => {
      const line = lines.find((one) => one.section === section)
      // A name that is wrong would hold nothing.
      if (!line) return [`The API has no section ${section}.`]
      if (line.missing.length === 0) return []
      return [`${section} has to be whole, and nobody reached ${line.missing.join(', ')} through the page.`]
    }),
  ]
  return { reached: hit, lines, failures }
}
