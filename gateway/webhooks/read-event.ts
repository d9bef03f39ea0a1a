import { type Named, type Reading, readings } from './readings'

/** A thing that an event is about. */
export type Subject = { kind: string; id: string }
/** Who a person is to the Multi API, where an event names no identity. */
export type Person = { by: 'id' | 'email'; value: string; type?: 'ROOT' }
/** What an event says of itself. */
export type EventFacts = {
  owner: string | undefined
  person: Person | undefined
  resource: Subject | undefined
  state: string | undefined
  /** The resource too. */
  subjects: readonly Subject[]
}

const LONGEST = 100

/** Reads whom and what an event is about, as far as it says. */
export function readEvent(webhook: string, payload: unknown): EventFacts {
  const reading: Reading = readings[webhook] ?? {}
  const resource = reading.resource && subjectAt(payload, reading.resource)
  const others = (reading.others ?? []).map((named) => subjectAt(payload, named))
  const subjects = new Map(
    [resource, ...others].flatMap((one) => (one ? [[`${one.kind} ${one.id}`, one] as const] : [])),
  )
  return {
    owner: reading.owner === undefined ? undefined : textAt(payload, reading.owner),
    person: personAt(payload, reading),
    resource,
    state: reading.state === undefined ? undefined : textAt(payload, reading.state),
    subjects: [...subjects.values()],
  }
}

function personAt(payload: unknown, { person }: Reading): Person | undefined {
  const value = person && textAt(payload, person.path)
  return value === undefined ? undefined : { by: person?.by ?? 'id', value, ...(person?.type && { type: person.type }) }
}

function subjectAt(payload: unknown, named: Named): Subject | undefined {
  const [kind, id] =
    'instrument' in named
      ? [textAt(payload, `${named.instrument}.type`), textAt(payload, `${named.instrument}.id`)]
      : [named.kind, textAt(payload, named.path)]
  return kind === undefined || id === undefined ? undefined : { kind, id }
}

/**
 * The text at a path of a document, as in `owner.id`. What is longer than any id or state is none, nor is what has a NUL,
 * which PostgreSQL does not keep.
 */
export function textAt(payload: unknown, path: string): string | undefined {
  let at = payload
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return typeof at === 'string' && at !== '' && at.length <= LONGEST && !at.includes('\0') ? at : undefined
}
