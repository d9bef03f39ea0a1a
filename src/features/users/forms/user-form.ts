import * as z from 'zod'
import type { Args } from '#contract/endpoint'
import type { Mobile } from '#contract/people'
import { type User, UserOrder, type userCreate, type userUpdate } from '#contract/users'
import { dateRefusalText } from '@/components/form/date-text'
import { phoneRefusalText } from '@/components/form/phone-text'
import { type DateText, dateText, noDate, readDateOfBirth } from '@/lib/calendar-date'
import { loadPhonePlan, noPhone } from '@/lib/phone'
import { t } from '../text'

const name = (empty: 'nameEmpty' | 'surnameEmpty') =>
  z
    .string()
    .trim()
    .min(1, { error: () => t(empty) })
    .max(50, { error: () => t('nameLong') })

const email = z
  .string()
  .trim()
  .min(1, { error: () => t('emailEmpty') })
  .refine((typed) => typed === '' || UserOrder.shape.email.safeParse(typed).success, { error: () => t('emailWrong') })

const mobile = z.object({ countryCode: z.string(), number: z.string() }).superRefine(async (phone, context) => {
  await loadPhonePlan().catch(() => undefined)
  const message = phoneRefusalText(phone, false)
  if (message) context.addIssue({ code: 'custom', message })
})

const dateOfBirth = z.object({ year: z.string(), month: z.string(), day: z.string() }).superRefine((typed, context) => {
  const read = readDateOfBirth(typed)
  if (!read.ok && read.problem !== 'EMPTY') context.addIssue({ code: 'custom', message: dateRefusalText(read.problem) })
})

const tag = z
  .string()
  .trim()
  .max(50, { error: () => t('tagLong') })
  .regex(/^[a-zA-Z0-9_-]*$/, { error: () => t('tagCharacters') })

export const newUserForm = z.object({
  name: name('nameEmpty'),
  surname: name('surnameEmpty'),
  email,
  mobile,
  dateOfBirth,
  countryOfResidence: z.string(),
  tag,
})
export type UserForm = z.infer<typeof newUserForm>

export const emptyUserForm: UserForm = {
  name: '',
  surname: '',
  email: '',
  mobile: noPhone,
  dateOfBirth: noDate,
  countryOfResidence: '',
  tag: '',
}

export const userFormOf = (user: User): UserForm => ({
  name: user.name,
  surname: user.surname,
  email: user.email,
  mobile: user.mobile ?? noPhone,
  dateOfBirth: dateText(user.dateOfBirth),
  countryOfResidence: user.countryOfResidence ?? '',
  tag: user.tag ?? '',
})

/** The API has no way to take away what is there: it can only be replaced. */
export const editUserForm = (user: User) =>
  newUserForm.superRefine((typed, context) => {
    const lost = [
      ['mobile', user.mobile && typed.mobile.number === ''],
      ['dateOfBirth', user.dateOfBirth && isNoDate(typed.dateOfBirth)],
      ['tag', user.tag && typed.tag === ''],
    ] as const
    for (const [field, gone] of lost) if (gone) context.addIssue({ code: 'custom', path: [field], message: t('kept') })
  })

export function toCreateRequest(form: UserForm): Args<typeof userCreate>['body'] {
  const born = readDateOfBirth(form.dateOfBirth)
  return {
    name: form.name,
    surname: form.surname,
    email: form.email,
    ...(form.mobile.number && { mobile: form.mobile }),
    ...(born.ok && { dateOfBirth: born.date }),
    ...(form.countryOfResidence && { countryOfResidence: form.countryOfResidence }),
    ...(form.tag && { tag: form.tag }),
  }
}

/** Sends only what was changed: an address or a number that is sent is one change of those that are allowed. */
export function toUpdateRequest(form: UserForm, user: User): Args<typeof userUpdate>['body'] {
  const { name: first, surname, email: address, mobile: phone, dateOfBirth: born, tag: word } = toCreateRequest(form)
  return {
    ...(first !== user.name && { name: first }),
    ...(surname !== user.surname && { surname }),
    ...(address !== user.email && { email: address }),
    ...(phone && !sameNumber(phone, user.mobile) && { mobile: phone }),
    ...(born && JSON.stringify(dateText(born)) !== JSON.stringify(dateText(user.dateOfBirth)) && { dateOfBirth: born }),
    ...(word && word !== user.tag && { tag: word }),
  }
}

const sameNumber = (one: Mobile, other: Mobile | undefined): boolean =>
  one.countryCode === other?.countryCode && one.number === other.number

const isNoDate = ({ year, month, day }: DateText): boolean => [year, month, day].every((part) => part.trim() === '')
