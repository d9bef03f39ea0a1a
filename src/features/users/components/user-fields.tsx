import type { User } from '#contract/users'
import { CountryField } from '@/components/form/country-field'
import { DateOfBirthField } from '@/components/form/date-of-birth-field'
import { PhoneField } from '@/components/form/phone-field'
import { TextField } from '@/components/form/text-field'
import { t } from '../text'

/** What is asked of a person, new or known: of a known one some things can only be replaced, and one not at all. */
export function UserFields({ user }: { user?: User }) {
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name="name" label={t('name')} maxLength={50} autoComplete="off" required />
        <TextField name="surname" label={t('surname')} maxLength={50} autoComplete="off" required />
      </div>
      <TextField
        name="email"
        type="email"
        label={t('email')}
        hint={user ? t('emailChangeHint') : t('emailHint')}
        autoComplete="off"
        required
      />
      <PhoneField name="mobile" label={t('mobile')} hint={user?.mobile ? t('mobileChangeHint') : t('mobileHint')} />
      <DateOfBirthField name="dateOfBirth" label={t('dateOfBirth')} hint={t('birthHint')} />
      {!user && (
        <CountryField name="countryOfResidence" label={t('country')} hint={t('countryHint')} autoComplete="off" />
      )}
      <TextField name="tag" label={t('tag')} hint={t('tagHint')} maxLength={50} autoComplete="off" />
    </>
  )
}
