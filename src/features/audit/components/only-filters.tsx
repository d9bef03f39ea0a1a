import { X } from 'lucide-react'
import type { AuditSearch } from '../search'
import { t } from '../text'

type Name = 'operation' | 'resource' | 'proposal'
type Props = { search: AuditSearch; onRemove: (name: Name) => void }

const names: readonly Name[] = ['operation', 'resource', 'proposal']

/** Filters that came by a link and have no field of their own: each says what it does and can be taken away. */
export function OnlyFilters({ search, onRemove }: Props) {
  const set = names.flatMap((name) => {
    const value = search[name]
    return value === undefined ? [] : [{ name, what: t(`only_${name}`, { value }) }]
  })
  if (set.length === 0) return null
  return (
    <ul className="mb-4 flex flex-wrap gap-2">
      {set.map(({ name, what }) => (
        <li key={name} className="inline-flex max-w-full items-center gap-1 bg-accent-wash pl-2 text-small">
          <span className="truncate">{what}</span>
          <button
            type="button"
            aria-label={t('removeFilter', { what })}
            onClick={() => onRemove(name)}
            className="grid size-7 shrink-0 place-items-center rounded-control hover:bg-sunken"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  )
}
