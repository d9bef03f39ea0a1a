import { AddressField } from '@/components/form/address-field'
import { FieldStep, type FieldStepProps } from './field-step'
import { t } from './text'

/** Where the person lives. */
export function AddressStep(props: FieldStepProps) {
  return (
    <FieldStep label={t('step_address')} lead={t('addressLead')} {...props}>
      <AddressField name="rootUser.address" label={t('address')} required />
    </FieldStep>
  )
}
