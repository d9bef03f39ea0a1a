import { SlidersHorizontal } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { t } from '@/components/text'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { Select } from '@/components/ui/select'
import { cn } from '@/lib/cn'

export type Filter = {
  id: string
  label: string
  kind: 'select' | 'text' | 'date'
  options?: readonly { value: string; label: string }[]
}

type Values = Readonly<Record<string, string | undefined>>

type Props = {
  filters: readonly Filter[]
  /** As the URL has them; a filter that is not set is undefined or empty. */
  values: Values
  onChange: (id: string, value: string | undefined) => void
  onClear: () => void
}

/** The filters of a list, from a declaration. The URL is their state: this only shows it and asks for changes. */
export function FilterBar({ filters, values, onChange, onClear }: Props) {
  const id = useId()
  const active = filters.filter((filter) => values[filter.id]).length
  // On a phone the list itself comes first: several filters wait behind a button, unless one is at work.
  const [open, setOpen] = useState(active > 0)
  const foldable = filters.length > 1
  const odd = filters.filter(({ kind }) => kind !== 'text').length % 2 === 1
  const widest = odd ? filters.find(({ kind }) => kind !== 'text') : undefined
  return (
    <search aria-label={t('filters')} className="mb-4">
      {foldable && (
        <Button size="sm" className="sm:hidden" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <SlidersHorizontal aria-hidden />
          {active > 0 ? t('filtersActive', { count: active }) : t('filters')}
        </Button>
      )}
      <div
        id={id}
        className={cn(
          'flex flex-wrap items-end gap-3 max-sm:grid max-sm:grid-cols-2',
          foldable && (open ? 'max-sm:mt-3' : 'max-sm:hidden'),
        )}
      >
        {filters.map((filter) => (
          <FilterControl
            key={filter.id}
            filter={filter}
            wide={filter.kind === 'text' || filter === widest}
            value={values[filter.id] ?? ''}
            onChange={(value) => onChange(filter.id, value || undefined)}
          />
        ))}
        {active > 0 && (
          <Button variant="link" className="mb-2 max-sm:justify-self-start" onClick={onClear}>
            {t('clearFilters')}
          </Button>
        )}
      </div>
    </search>
  )
}

/** `wide`: on a phone it has the line to itself. */
type ControlProps = { filter: Filter; wide: boolean; value: string; onChange: (value: string) => void }

function FilterControl({ filter, wide, value, onChange }: ControlProps) {
  const id = useId()
  const [typed, setTyped] = useState(value)
  const [seen, setSeen] = useState(value)
  // The URL changed by other means (Back, "clear"): it wins over what stands in the box.
  if (seen !== value) {
    setSeen(value)
    setTyped(value)
  }
  const commit = (event?: FormEvent) => {
    event?.preventDefault()
    if (typed.trim() !== value) onChange(typed.trim())
  }
  return (
    <div className={cn('flex min-w-0 flex-col gap-1 sm:min-w-40', wide && 'max-sm:col-span-full')}>
      <Label htmlFor={id}>{filter.label}</Label>
      {filter.kind === 'select' ? (
        <Select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t('anyValue')}</option>
          {filter.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      ) : filter.kind === 'date' ? (
        <Input
          id={id}
          type="date"
          className="figures"
          value={typed}
          onChange={(event) => {
            const day = event.target.value
            setTyped(day)
            // The browser hands out a day with every digit of the year; the first of them make years that nobody means.
            if (day === '' || day >= '1900') onChange(day)
          }}
        />
      ) : (
        <form onSubmit={commit}>
          <Input id={id} value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={() => commit()} />
        </form>
      )}
    </div>
  )
}
