import { describe, expect, it } from 'vitest'
import type { User } from '#contract/users'
import { editUserForm, emptyUserForm, newUserForm, toCreateRequest, toUpdateRequest, userFormOf } from './user-form'

const user: User = {
  id: '7',
  identity: { type: 'CORPORATE', id: '1' },
  name: 'Ivy',
  surname: 'Late',
  email: 'ivy@northwind.example',
  mobile: { countryCode: '+44', number: '7700900104' },
  active: true,
  dateOfBirth: { year: 1990, month: 2, day: 3 },
  countryOfResidence: 'GB',
  tag: 'finance',
}
const typed = { ...emptyUserForm, name: ' Ivy ', surname: 'Late', email: ' ivy@northwind.example ' }

const complaints = async (schema: typeof newUserForm, form: object) => {
  const read = await schema.safeParseAsync(form)
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('a new user', () => {
  it('needs a name and an address, and says nothing of what was left empty', async () => {
    expect((await complaints(newUserForm, emptyUserForm)).map(([field]) => field)).toEqual(['name', 'surname', 'email'])
    expect(toCreateRequest(await newUserForm.parseAsync(typed))).toEqual({
      name: 'Ivy',
      surname: 'Late',
      email: 'ivy@northwind.example',
    })
  })

  it.each([
    ['email', { email: 'ivy@' }, 'This is no e-mail address. It looks like name@company.com.'],
    ['tag', { tag: 'two words' }, 'A tag has only letters, digits, hyphens and underscores.'],
    ['dateOfBirth', { dateOfBirth: { day: '30', month: '2', year: '1990' } }, /does not have so many days/],
    ['mobile', { mobile: { countryCode: '+44', number: '12' } }, /digits are missing/],
    ['mobile', { mobile: { countryCode: '', number: '7700900104' } }, /Choose the country/],
  ])('complains about %s at its field', async (field, wrong, sentence) => {
    expect(await complaints(newUserForm, { ...typed, ...wrong })).toEqual([
      [field, expect.stringMatching(sentence instanceof RegExp ? sentence : new RegExp(`^${sentence}$`))],
    ])
  })

  it('is sent with everything that was filled in', () => {
    const { id: _, identity: __, active: ___, ...order } = user
    expect(toCreateRequest(userFormOf(user))).toEqual(order)
  })
})

describe('a change', () => {
  it('sends only what is different', () => {
    expect(toUpdateRequest(userFormOf(user), user)).toEqual({})
    const changed = { ...userFormOf(user), surname: 'Early', mobile: { countryCode: '+49', number: '7700900104' } }
    expect(toUpdateRequest(changed, user)).toEqual({
      surname: 'Early',
      mobile: { countryCode: '+49', number: '7700900104' },
    })
    const born = { ...userFormOf(user), dateOfBirth: { day: '04', month: '02', year: '1990' } }
    expect(toUpdateRequest(born, user)).toEqual({ dateOfBirth: { year: 1990, month: 2, day: 4 } })
  })

  it('does not take away what is there', async () => {
    const emptied = {
      ...userFormOf(user),
      mobile: emptyUserForm.mobile,
      dateOfBirth: emptyUserForm.dateOfBirth,
      tag: '',
    }
    const said = await complaints(editUserForm(user), emptied)
    expect(said).toEqual(
      ['mobile', 'dateOfBirth', 'tag'].map((field) => [field, 'This can be replaced, but not taken away.']),
    )
  })
})
