import { type FormEvent, useId, useRef, useState } from 'react'
import { describedBy, FieldFrame } from '@/components/form/field-frame'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { t } from '../text'

type Props = { busy: boolean; onCode: (code: string) => void }

/** The code of an invitation, typed by hand. */
export function CodeForm({ busy, onCode }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (/^\d{6}$/.test(typed)) return onCode(typed)
    setError(t('codeWrong'))
    field.current?.focus()
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <FieldFrame id={id} label={t('code')} error={error} required>
        <Input
          id={id}
          ref={field}
          value={typed}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={11}
          aria-required
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { error })}
          className="figures"
          onChange={(event) => {
            setTyped(event.target.value.replace(/\D/g, '').slice(0, 6))
            setError(undefined)
          }}
        />
      </FieldFrame>
      <Button type="submit" variant="primary" busy={busy} className="w-full">
        {t('codeSubmit')}
      </Button>
    </form>
  )
}
