import type { Ref } from 'react'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { t } from '../text'

type Props = {
  field: Ref<HTMLInputElement>
  email: string
  onEmail: (email: string) => void
  error?: string | undefined
  autoFocus?: boolean
}

/** The address of a sign-in. Of type text, since an e-mail field does not tell where the caret stands. */
export function EmailField({ field, email, onEmail, error, autoFocus = false }: Props) {
  return (
    <div>
      <Label htmlFor="sign-in-email">{t('email')}</Label>
      <Input
        ref={field}
        autoFocus={autoFocus}
        id="sign-in-email"
        name="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={255}
        value={email}
        onChange={(event) => onEmail(event.target.value)}
        aria-invalid={error !== undefined}
        aria-describedby={error ? 'sign-in-email-error' : undefined}
        className="mt-1.5"
      />
      {error && (
        <p id="sign-in-email-error" className="mt-1 text-bad text-small">
          {error}
        </p>
      )}
    </div>
  )
}
