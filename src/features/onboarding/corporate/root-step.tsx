import { DateOfBirthField } from '@/components/form/date-of-birth-field'
import { PhoneField } from '@/components/form/phone-field'
import { TextField } from '@/components/form/text-field'
import { EmailTaken } from '../components/email-taken'
import { PositionField } from './position-field'
import { StepForm } from './step-form'
import type { StepProps } from './step-props'
import { t } from './text'

/** Who registers: the company's root user from then on. */
export function RootStep(props: StepProps) {
  const { email } = props.draft.rootUser
  const { code, sent } = props.refusal ?? {}
  const taken = code === 'ROOT_EMAIL_NOT_UNIQUE' || code === 'ROOT_EMAIL_NOT_VERIFIED'
  return (
    <StepForm {...props} step="root">
      <p>{t('rootLead')}</p>
      <TextField name="rootUser.name" label={t('name')} required autoComplete="given-name" />
      <TextField name="rootUser.surname" label={t('surname')} required autoComplete="family-name" />
      <DateOfBirthField name="rootUser.dateOfBirth" label={t('dateOfBirth')} required />
      <PositionField />
      <TextField
        name="rootUser.email"
        label={t('email')}
        hint={t('emailHint')}
        required
        type="email"
        autoComplete="email"
        autoCapitalize="off"
        spellCheck={false}
      />
      {taken && sent?.rootUser.email === email && <EmailTaken type="CORPORATE" email={email} />}
      <PhoneField name="rootUser.mobile" label={t('mobile')} hint={t('mobileHint')} required />
    </StepForm>
  )
}
