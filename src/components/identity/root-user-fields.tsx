import type { CalendarDate } from '#contract/people'
import { DateOfBirthField } from '@/components/form/date-of-birth-field'
import { TextField } from '@/components/form/text-field'
import { t } from './text'
import { nameProblem } from './typed'

type Props = { rootUser: { name: string; surname: string; dateOfBirth?: CalendarDate | undefined } }

/** Who somebody is, as long as that may change. What was stated once cannot be taken back. */
export function RootUserFields({ rootUser }: Props) {
  return (
    <div className="space-y-6">
      <TextField name="name" label={t('firstName')} validate={nameProblem(rootUser.name)} maxLength={50} required />
      <TextField name="surname" label={t('surname')} validate={nameProblem(rootUser.surname)} maxLength={50} required />
      <DateOfBirthField name="dateOfBirth" label={t('birthday')} required={rootUser.dateOfBirth !== undefined} />
    </div>
  )
}
