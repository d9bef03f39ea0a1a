import { type Ref, useImperativeHandle } from 'react'
import { SecureFailure } from './secure-failure'
import { SecureFrame } from './secure-frame'
import { type FieldValue, useSecureForm } from './use-secure-form'
import type { SecureKind } from './vendor'

/** What the owner of the field may do with it. The typed value itself never reaches this page. */
export type SecureHandle = {
  isEmpty: () => boolean
  /** A single-use token for what was typed; rejects with a `SecureFailure`, whose sentence may be shown. */
  tokenize: () => Promise<string>
  focus: () => void
  clear: () => void
}

type Props = {
  label: string
  name: string
  kind: SecureKind
  handle: Ref<SecureHandle>
  error?: string | undefined
  hint?: string | undefined
  autoFocus?: boolean
  onEnter?: () => void
  onChange?: (value: FieldValue) => void
}

/** One field in a frame of another origin, which gives a token for what was typed. */
export function SecureField(props: Props) {
  const { label, name, kind, handle, error, hint, autoFocus = false, onEnter, onChange } = props
  const form = useSecureForm([{ name, kind, label, error }], {
    autoFocus,
    onEnter,
    onChange: onChange && ((_, value) => onChange(value)),
  })
  useImperativeHandle(handle, () => ({
    isEmpty: () => form.value(name).empty,
    focus: () => form.focus(name),
    clear: form.clear,
    tokenize: async () => {
      const { [name]: token } = await form.tokenize()
      if (!token) throw new SecureFailure('UNEXPECTED')
      return token
    },
  }))
  return (
    <SecureFrame
      label={label}
      place={form.place(name)}
      state={form.state}
      failure={form.failure}
      focused={form.focused === name}
      error={error}
      hint={hint}
      onLabel={() => form.focus(name)}
      onRetry={form.tryAgain}
    />
  )
}
