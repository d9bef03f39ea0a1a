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
  const active = filters.some((filter) => values[filter.id])
  return (
    <search aria-label={t('filters')} className="mb-4 flex flex-wrap items-end gap-3 max-sm:grid max-sm:grid-cols-2">
      {filters.map((filter) => (
        <FilterControl
          key={filter.id}
          filter={filter}
          value={values[filter.id] ?? ''}
          onChange={(value) => onChange(filter.id, value || undefined)}
        />
      ))}
      {active && (
        <Button variant="link" className="mb-2 max-sm:justify-self-start" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      )}
    </search>
  )
}

type ControlProps = { filter: Filter; value: string; onChange: (value: string) => void }

function FilterControl({ filter, value, onChange }: ControlProps) {
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
    <div className={cn('flex min-w-0 flex-col gap-1 sm:min-w-40', filter.kind === 'text' && 'max-sm:col-span-full')}>
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
