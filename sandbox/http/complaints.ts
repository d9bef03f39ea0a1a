import type * as z from 'zod'
import { FieldError, type InvalidField } from '../../contract/errors'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]
/** A 400 names the first hundred wrong fields; a file of ten thousand bad rows is not answered with ten thousand lines. */
const MOST = 100

export type Complaints = { fields: InvalidField[]; message: string }

/** Says what is wrong with `value` in the vendor's vocabulary: REQUIRED, SIZE, RANGE, REGEX, IN, and so on. */
export function complaints(issues: readonly Issue[], value: unknown): Complaints {
  const all = issues.slice(0, MOST).flatMap((issue) => complain(issue, value, []))
  const fields = all.slice(0, MOST).map(({ words: _, ...field }) => field)
  const first = all[0]
  return { fields, message: first ? `${first.fieldName}: ${first.words}` : 'The request is malformed.' }
}

type Complaint = InvalidField & { words: string }

function complain(issue: Issue, value: unknown, above: Path): Complaint[] {
  const path = [...above, ...issue.path]
  const say = (error: FieldError, words: string, params: readonly unknown[] = []): Complaint[] => [
    { fieldName: fieldName(path), error, params: params.map(String), words },
  ]
  const given = at(value, path)
  if (given === undefined || given === null) return say('REQUIRED', 'must not be null')
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return limit(issue, say)
    case 'invalid_format':
      return say('REGEX', `must match ${issue.pattern ?? issue.format}`, issue.pattern ? [issue.pattern] : [])
    case 'invalid_value':
      return say('IN', `must be one of ${issue.values.map(String).join(', ')}`, issue.values.map(String))
    case 'invalid_type':
      return say('REGEX', `must be a valid ${issue.expected}`, [issue.expected])
    case 'invalid_union':
      return closest(issue.errors, value, path) ?? say('IN', 'has none of the documented forms')
    case 'not_multiple_of':
      return say('RANGE', `must be a multiple of ${issue.divisor}`, [issue.divisor])
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) => complainAbout([...path, key]))
    case 'custom': {
      const told = FieldError.safeParse(issue.params?.error)
      return say(told.success ? told.data : 'REQUIRES', issue.message)
    }
    default:
      return say('REGEX', issue.message)
  }
}

type Say = (error: FieldError, words: string, params?: readonly unknown[]) => Complaint[]
type Limit = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig

function limit(issue: Limit, say: Say): Complaint[] {
  const [bound, words] =
    issue.code === 'too_small' ? [issue.minimum, 'not be less than'] : [issue.maximum, 'not be more than']
  const isNumber = issue.origin === 'number' || issue.origin === 'int' || issue.origin === 'bigint'
  return isNumber
    ? say('RANGE', `must ${words} ${bound}`, [bound])
    : say('SIZE', `size must ${words} ${bound}`, [bound])
}

const complainAbout = (path: Path): Complaint[] => [
  { fieldName: fieldName(path), error: 'NOT_IN', params: [], words: 'is not known' },
]

/**
 * The variant of a union that was meant: of whose fields the fewest are absent, then the fewest wrong, then the one that
 * got furthest. Its complaints are about a field inside. Where several lack something alike, none of them can be told.
 */
function closest(variants: readonly (readonly Issue[])[], value: unknown, path: Path): Complaint[] | undefined {
  const depth = (issues: readonly Issue[]) =>
    Math.max(...issues.map((i) => i.path.length + (i.code === 'invalid_type' ? 0 : 1)))
  const absent = (issues: readonly Issue[]) =>
    issues.filter((i) => at(value, [...path, ...i.path]) === undefined).length
  const [best, next] = variants
    .filter((issues) => issues.length > 0)
    .map((issues) => ({ issues, absent: absent(issues), depth: depth(issues) }))
    .sort(nearer)
  if (!best || (best.absent > 0 && next && nearer(best, next) === 0)) return undefined
  return best.issues.flatMap((issue) => complain(issue, value, path))
}

type Ranked = { issues: readonly Issue[]; absent: number; depth: number }
const nearer = (a: Ranked, b: Ranked) => a.absent - b.absent || a.issues.length - b.issues.length || b.depth - a.depth

function fieldName(path: Path): string {
  return path.reduce<string>(
    (name, key) => name + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    'request',
  )
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner && typeof inner === 'object' ? Reflect.get(inner, key) : undefined),
    value,
  )
}
