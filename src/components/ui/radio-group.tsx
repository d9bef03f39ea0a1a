import { type ComponentProps, createContext, type ReactNode, use } from 'react'
import { cn } from '@/lib/cn'

type Group = { name: string; value: string | undefined; onChange: (value: string) => void; invalid: boolean }
const GroupContext = createContext<Group | undefined>(undefined)

type GroupProps = Omit<ComponentProps<'fieldset'>, 'onChange'> & {
  legend: ReactNode
  name: string
  value: string | undefined
  onValueChange: (value: string) => void
  invalid?: boolean
}

/** One of several, all visible. Native radios: arrow keys and forms work by themselves. */
export function RadioGroup({
  legend,
  name,
  value,
  onValueChange,
  invalid = false,
  className,
  children,
  ...rest
}: GroupProps) {
  return (
    <fieldset {...rest} className={cn('min-w-0', className)}>
      <legend className="mb-2 text-small">{legend}</legend>
      <GroupContext value={{ name, value, onChange: onValueChange, invalid }}>
        <div className="divide-y divide-rule border-rule border-y">{children}</div>
      </GroupContext>
    </fieldset>
  )
}

type ItemProps = { value: string; label: ReactNode; hint?: ReactNode; aside?: ReactNode; disabled?: boolean }

export function RadioItem({ value, label, hint, aside, disabled }: ItemProps) {
  const group = use(GroupContext)
  if (!group) throw new Error('RadioItem stands outside of a RadioGroup')
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 px-3 py-2.5 text-body transition-colors hover:bg-sunken has-checked:bg-accent-wash has-disabled:cursor-not-allowed has-disabled:opacity-60">
      <input
        type="radio"
        name={group.name}
        value={value}
        checked={group.value === value}
        disabled={disabled}
        aria-invalid={group.invalid || undefined}
        onChange={() => group.onChange(value)}
        className="mt-0.5 size-4.5 shrink-0 appearance-none rounded-full border border-rule-strong bg-raised checked:border-[5px] checked:border-accent"
      />
      <span className="min-w-0 flex-1">
        {label}
        {hint && <span className="block text-ink-soft text-small">{hint}</span>}
      </span>
      {aside && <span className="figures text-right">{aside}</span>}
    </label>
  )
}
