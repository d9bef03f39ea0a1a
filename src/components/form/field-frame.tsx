import type { ReactNode } from 'react'
import { t } from '@/components/text'
import { Label } from '@/components/ui/label'

/** The ids that tie a control to its words. */
export const describedBy = (id: string, { hint, error }: { hint?: unknown; error?: unknown }): string | undefined =>
  [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined

type Props = {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  required?: boolean
  children: ReactNode
}

/** Label above, control, then the complaint or the hint; the control's words come in the same order when read aloud. */
export function FieldFrame({ id, label, hint, error, required = false, children }: Props) {
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id}>
        {label}
        {!required && <span className="ml-1.5 font-normal text-ink-soft">{t('optional')}</span>}
      </Label>
      {children}
      {error && (
        <p id={`${id}-error`} className="text-bad text-small">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-ink-soft text-small">
          {hint}
        </p>
      )}
    </div>
  )
}
