import { editDistance } from '@/lib/csv/edit-distance'
import { type FieldId, headerAliases, requiredFields, templateHeaders, transferFields } from './transfer-fields'

/** Which column of the file holds a field. */
export type Mapping = Partial<Record<FieldId, number>>

export type ColumnMatch = {
  column: number
  header: string
  field?: FieldId
  /** `exact`: by the template's name or an alias; `near`: by a name with at most two letters off. */
  how: 'exact' | 'near' | 'none'
  /** Why a column that looks like a field did not get it. */
  doubt?: { kind: 'SAME_HEADER' | 'TAKEN'; field: FieldId; other: number }
}

export type HeaderMatch = {
  mapping: Mapping
  columns: ColumnMatch[]
  missing: FieldId[]
  /** Every column was recognised by its exact name and nothing is missing: the person need not look. */
  known: boolean
}

export const normaliseHeader = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Matches the header row to fields: exact names first, then near ones; a name that stands twice is left to the person. */
export function matchColumns(headers: readonly string[]): HeaderMatch {
  const names = headers.map(normaliseHeader)
  const mapping: Mapping = {}
  const columns: ColumnMatch[] = headers.map((header, column) => ({ column, header, how: 'none' }))

  for (const how of ['exact', 'near'] as const) {
    for (const match of columns) {
      const name = names[match.column] ?? ''
      if (match.field || match.doubt || name === '') continue
      const field = how === 'exact' ? exactField(name) : nearField(name)
      if (!field) continue
      const twin = names.findIndex((other, i) => i !== match.column && other === name)
      const holder = mapping[field]
      if (twin >= 0) match.doubt = { kind: 'SAME_HEADER', field, other: twin }
      else if (holder !== undefined) match.doubt = { kind: 'TAKEN', field, other: holder }
      else {
        mapping[field] = match.column
        match.field = field
        match.how = how
      }
    }
  }
  const missing = missingFields(mapping)
  const known = missing.length === 0 && columns.every((c) => isOwn(names[c.column]) || (c.how === 'exact' && !c.doubt))
  return { mapping, columns, missing, known }
}

/** Columns that the download of rows to repair adds: they come back with the repaired file and say nothing. */
const isOwn = (name: string | undefined): boolean => name === 'row' || name === 'reason'

export const missingFields = (mapping: Mapping): FieldId[] => requiredFields.filter((f) => mapping[f] === undefined)

export type Assigned = { ok: true; mapping: Mapping } | { ok: false; field: FieldId; takenBy: number }

/** Gives a column to a field, or to none. A field that another column holds is refused: nothing is silently replaced. */
export function assignColumn(mapping: Mapping, column: number, field: FieldId | undefined): Assigned {
  const holder = field === undefined ? undefined : mapping[field]
  if (field !== undefined && holder !== undefined && holder !== column) return { ok: false, field, takenBy: holder }
  const next: Mapping = {}
  for (const [key, held] of mappingEntries(mapping)) if (held !== column) next[key] = held
  if (field !== undefined) next[field] = column
  return { ok: true, mapping: next }
}

/** The mapping as pairs, in the order of the fields. */
export const mappingEntries = (mapping: Mapping): [FieldId, number][] =>
  transferFields.flatMap((field) => {
    const column = mapping[field]
    return column === undefined ? [] : [[field, column] as [FieldId, number]]
  })

const namesOf = (field: FieldId): readonly string[] => [
  normaliseHeader(templateHeaders[field]),
  ...headerAliases[field],
]

const exactField = (name: string): FieldId | undefined => transferFields.find((field) => namesOf(field).includes(name))

/** Short names are left alone: two letters off `to` is any word of four. */
function nearField(name: string): FieldId | undefined {
  const allowed = name.length < 5 ? 0 : name.length < 7 ? 1 : 2
  let best: { field: FieldId; distance: number } | undefined
  for (const field of transferFields) {
    for (const candidate of namesOf(field)) {
      const distance = editDistance(name, candidate, allowed)
      if (distance <= allowed && candidate.length >= 5 && (!best || distance < best.distance))
        best = { field, distance }
    }
  }
  return best?.field
}
