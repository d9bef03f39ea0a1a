import { useForm } from 'react-hook-form'
import type { IdentityId } from '#contract/common'
import { FormShell } from '@/components/form/form-shell'
import { PhoneField } from '@/components/form/phone-field'
import { Button } from '@/components/ui/button'
import { faceOf } from '@/lib/faces'
import { noPhone } from '@/lib/phone'
import { changeSentences } from '../messages'
import { useChangeContact } from '../mutations'
import { words } from '../text'

type Props = { type: IdentityId['type']; onDone: () => void; onKeep: () => void }

/** Another number in place of the one that no code reaches. */
export function ChangeMobile({ type, onDone, onKeep }: Props) {
  const t = words.to(faceOf(type))
  const form = useForm({ defaultValues: { mobile: noPhone } })
  const change = useChangeContact(type)
  return (
    <FormShell
      title={t('mobileChangeTitle')}
      form={form}
      mutation={change}
      toVariables={({ mobile }) => ({ mobile })}
      onDone={onDone}
      submitLabel={t('mobileSave')}
      sentences={changeSentences()}
      mayLeave
    >
      <PhoneField name="mobile" label={t('mobileNew')} required />
      <div>
        <Button variant="link" size="sm" onClick={onKeep}>
          {t('keep')}
        </Button>
      </div>
    </FormShell>
  )
}
