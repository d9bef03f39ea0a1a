import { useForm } from 'react-hook-form'
import type { IdentityId } from '#contract/common'
import { FormShell } from '@/components/form/form-shell'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { isEmail } from '@/lib/email'
import { faceOf } from '@/lib/faces'
import { changeSentences } from '../messages'
import { useChangeContact } from '../mutations'
import { words } from '../text'

type Props = { type: IdentityId['type']; onDone: () => void; onKeep: () => void }

/** Another address in place of the one that the code does not reach. */
export function ChangeEmail({ type, onDone, onKeep }: Props) {
  const t = words.to(faceOf(type))
  const form = useForm({ defaultValues: { email: '' } })
  const change = useChangeContact(type)
  return (
    <FormShell
      title={t('emailChangeTitle')}
      form={form}
      mutation={change}
      toVariables={({ email }) => ({ email: email.trim() })}
      onDone={onDone}
      submitLabel={t('emailSave')}
      sentences={changeSentences()}
      mayLeave
    >
      <TextField
        name="email"
        label={t('emailNew')}
        hint={t('emailNewHint')}
        type="email"
        autoComplete="email"
        autoFocus
        required
        validate={(typed) => (isEmail(String(typed).trim()) ? undefined : t('emailInvalid'))}
      />
      <div>
        <Button variant="link" size="sm" onClick={onKeep}>
          {t('keep')}
        </Button>
      </div>
    </FormShell>
  )
}
