import type { Ref } from 'react'
import { SecureField } from '@/components/form/secure-field'
import type { SecureHandle } from '@/components/form/secure-input'
import { catalogue } from '@/lib/text'

const t = catalogue('new-password', { label: 'New password' })

/** What the owner of the fields may do with them: `tokenize` rejects where the repetition differs. */
export type NewPasswordHandle = SecureHandle

type Props = {
  handle: Ref<NewPasswordHandle>
  /** What is wrong with what was typed, as the API said. */
  error?: string | undefined
  autoFocus?: boolean
  onEnter?: () => void
}

/** A password that is chosen, wherever one is: the rules, the field, its repetition, how strong it is. */
export function NewPassword({ handle, error, autoFocus = false, onEnter }: Props) {
  return (
    <SecureField
      label={t('label')}
      name="password"
      kind="password"
      handle={handle}
      error={error}
      autoFocus={autoFocus}
      {...(onEnter && { onEnter })}
    />
  )
}
