import type { Ref } from 'react'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { t } from '../lost-text'

type Props = {
  field: Ref<HTMLInputElement>
  code: string
  onCode: (code: string) => void
  error: string | undefined
  autoFocus: boolean
}

/** Six digits that came by e-mail. */
export function MailedCode({ field, code, onCode, error, autoFocus }: Props) {
  return (
    <div>
      <Label htmlFor="mailed-code">{t('code')}</Label>
      <Input
        ref={field}
        autoFocus={autoFocus}
        id="mailed-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        onChange={(event) => onCode(event.target.value.replace(/\D/g, ''))}
        aria-invalid={error !== undefined}
        aria-describedby={error ? 'mailed-code-error' : undefined}
        className="figures mt-1.5 h-12 max-w-52 font-mono text-title tracking-[0.35em]"
      />
      {error && (
        <p id="mailed-code-error" role="alert" className="mt-1 text-bad text-small">
          {error}
        </p>
      )}
    </div>
  )
}
