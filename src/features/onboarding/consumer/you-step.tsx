import { CountryField } from '@/components/form/country-field'
import { DateOfBirthField } from '@/components/form/date-of-birth-field'
import { PhoneField } from '@/components/form/phone-field'
import { TextField } from '@/components/form/text-field'
import { isEmail } from '@/lib/email'
import { EmailTaken } from '../components/email-taken'
import { FieldStep, type FieldStepProps } from './field-step'
import { t } from './text'

const most = 50
const nameProblem = (field: 'name' | 'surname') => (typed: unknown) => {
  const text = String(typed).trim()
  if (!text) return t(`${field}_EMPTY`)
  return text.length > most ? t(`${field}_TOO_LONG`) : undefined
}
const emailProblem = (typed: unknown) => {
  const text = String(typed).trim()
  if (!text) return t('email_EMPTY')
  return isEmail(text) ? undefined : t('email_FORM')
}

/** The address that somebody is registered with already, while it stands there. */
type Props = FieldStepProps & { taken: string | undefined }

/** Who the person is, and how they are reached. */
export function YouStep({ taken, ...props }: Props) {
  return (
    <FieldStep label={t('step_you')} lead={t('youLead')} {...props}>
      <TextField
        name="rootUser.name"
        label={t('name')}
        autoComplete="given-name"
        required
        validate={nameProblem('name')}
      />
      <TextField
        name="rootUser.surname"
        label={t('surname')}
        autoComplete="family-name"
        required
        validate={nameProblem('surname')}
      />
      <DateOfBirthField name="rootUser.dateOfBirth" label={t('dateOfBirth')} required />
      <TextField
        name="rootUser.placeOfBirth"
        label={t('placeOfBirth')}
        hint={t('placeOfBirthHint')}
        required
        validate={(typed) => (String(typed).trim() ? undefined : t('placeOfBirth_EMPTY'))}
      />
      <CountryField name="rootUser.nationality" label={t('nationality')} required autoComplete="off" />
      <TextField
        name="rootUser.email"
        label={t('email')}
        hint={t('emailHint')}
        type="email"
        autoComplete="email"
        required
        validate={emailProblem}
      />
      {taken !== undefined && <EmailTaken type="CONSUMER" email={taken} />}
      <PhoneField name="rootUser.mobile" label={t('mobile')} hint={t('mobileHint')} required />
    </FieldStep>
  )
}
