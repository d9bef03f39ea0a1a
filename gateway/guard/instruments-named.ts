import type { Access } from '../access/access'
import type { Place, Type } from './instruments-table'

export type Scope = Pick<Access, 'accounts' | 'cards'>
/** An account or card by kind and id; whatever is written where one belongs and is none has no kind. */
export type Instrument = { type: Type | undefined; id: string }

/** Whether anything at all is hidden from whoever has this. */
export const seesAll = ({ accounts, cards }: Scope): boolean => accounts === 'all' && cards === 'all'

/** Of what is of no known kind nobody can say that it may be seen. */
export function sees({ accounts, cards }: Scope, { type, id }: Instrument): boolean {
  if (type === undefined) return false
  const mine = type === 'managed_accounts' ? accounts : cards
  return mine === 'all' || mine.has(id)
}

/** The values that a way leads to, none where the document has nothing there. */
export function valuesAt(document: unknown, at: string): unknown[] {
  let values: unknown[] = [document]
  for (const key of at.split('.')) {
    values = values.flatMap((value) => {
      if (typeof value !== 'object' || value === null) return []
      if (key === '*') return Array.isArray(value) ? value : []
      return Object.hasOwn(value, key) ? [value[key as keyof typeof value]] : []
    })
  }
  return values.filter((value) => value !== undefined && value !== null)
}

/** The instruments that a document names at these places. */
export const instrumentsAt = (document: unknown, places: readonly Place[]): Instrument[] =>
  places.flatMap(({ at, type, ofType }) => {
    if (ofType !== undefined && valuesAt(document, 'type')[0] !== ofType) return []
    return valuesAt(document, at).map((value) =>
      type === undefined ? instrumentOf(value) : { type, id: String(value) },
    )
  })

function instrumentOf(value: unknown): Instrument {
  if (typeof value !== 'object' || value === null || !('id' in value)) return { type: undefined, id: '' }
  const type = 'type' in value ? value.type : undefined
  const known = type === 'managed_accounts' || type === 'managed_cards' ? type : undefined
  // Some readers of JSON take a number for text.
  return { type: known, id: String(value.id) }
}
