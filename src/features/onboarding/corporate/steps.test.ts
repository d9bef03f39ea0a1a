import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registerCorporate } from '#contract/console/entry'
import { ApiError } from '@/api/client/api-error'
import { complaintsOf } from './complaints'
import { type CorporateDraft, emptyDraft } from './draft'
import { registerSentences } from './messages'
import { fieldOf, refusalOf, standing } from './refusals'
import { fieldPaths, furthestStep, nextStep, problemsOf, type StepId, stepIds, stepOf } from './steps'
import { toRegistration } from './to-request'

const facts = { now: new Date(2026, 10, 21).getTime(), currencies: ['EUR', 'GBP'] }
const full: CorporateDraft = {
  ready: true,
  rootUser: {
    name: ' Ines ',
    surname: 'Moreau',
    email: 'ines@moreau.example ',
    mobile: { countryCode: '+33', number: '612345678' },
    dateOfBirth: { year: '1984', month: '03', day: '7' },
    companyPosition: 'DIRECTOR',
  },
  company: {
    name: 'Moreau Frères',
    type: 'LLC',
    registrationCountry: 'FR',
    registrationNumber: '732829320',
    businessAddress: {
      addressLine1: '12 rue de la Paix',
      addressLine2: '',
      city: 'Paris',
      postCode: '75001',
      state: '',
      country: 'FR',
    },
  },
  industry: 'RETAIL_WHOLESALE',
  sourceOfFunds: 'OTHER',
  sourceOfFundsOther: ' Crowdfunding ',
  baseCurrency: 'EUR',
  acceptedTerms: true,
}
type Change = { [P in keyof CorporateDraft]?: Partial<CorporateDraft[P]> }
const but = ({ rootUser, company, ...rest }: Change): CorporateDraft => ({
  ...full,
  ...rest,
  rootUser: { ...full.rootUser, ...rootUser },
  company: { ...full.company, ...company },
})
const allProblems = (draft: CorporateDraft) => Object.assign({}, ...stepIds.map((id) => problemsOf(id, draft, facts)))

describe('the steps', () => {
  it('lead from an empty draft to the review, one by one', () => {
    const empty = emptyDraft(facts.currencies)
    expect(furthestStep(empty, facts)).toBe('need')
    expect(furthestStep({ ...empty, ready: true }, facts)).toBe('root')
    expect(furthestStep({ ...empty, ready: true, rootUser: full.rootUser }, facts)).toBe('company')
    expect(furthestStep({ ...full, industry: '' }, facts)).toBe('business')
    expect(furthestStep({ ...full, acceptedTerms: false }, facts)).toBe('review')
    expect(furthestStep(full, facts)).toBe('review')
  })

  it('lead back to the review when one thing was corrected', () => {
    expect(nextStep('root', full, facts)).toBe('review')
    expect(nextStep('root', { ...full, industry: '' }, facts)).toBe('company')
    expect(nextStep('need', emptyDraft([]), facts)).toBe('root')
  })

  it('choose nothing for anybody, but the only currency', () => {
    expect(emptyDraft(['EUR', 'GBP']).baseCurrency).toBe('')
    expect(emptyDraft(['EUR'])).toMatchObject({ baseCurrency: 'EUR', acceptedTerms: false })
  })

  it.each<[string, Change, object]>([
    [
      'an under-age date of birth',
      { rootUser: { dateOfBirth: { year: '2009', month: '1', day: '1' } } },
      { 'rootUser.dateOfBirth': 'UNDER_AGE' },
    ],
    [
      '30 February',
      { rootUser: { dateOfBirth: { year: '1990', month: '2', day: '30' } } },
      { 'rootUser.dateOfBirth': 'NO_SUCH_DAY' },
    ],
    ['no e-mail address', { rootUser: { email: 'ines@moreau' } }, { 'rootUser.email': 'FORM' }],
    ['a name that is too long', { rootUser: { name: 'x'.repeat(51) } }, { 'rootUser.name': 'TOO_LONG' }],
    [
      'letters in a number',
      { rootUser: { mobile: { countryCode: '+33', number: '6x' } } },
      { 'rootUser.mobile': 'CHARACTERS' },
    ],
    [
      'a number of another country',
      { company: { registrationCountry: 'GB' } },
      { 'company.registrationNumber': { code: 'FORM', from: ['FR'] } },
    ],
    [
      'no number of a company',
      { company: { registrationNumber: '' } },
      { 'company.registrationNumber': { code: 'EMPTY' } },
    ],
    ['no number of a sole trader', { company: { registrationNumber: '', type: 'SOLE_TRADER' } }, {}],
    [
      'a post code of another country',
      { company: { businessAddress: { ...full.company.businessAddress, country: 'GB' } } },
      { 'company.businessAddress.postCode': 'POSTCODE_FORM' },
    ],
    ['an unexplained source', { sourceOfFundsOther: ' ' }, { sourceOfFundsOther: 'EMPTY' }],
    ['a currency that is not offered', { baseCurrency: 'USD' }, { baseCurrency: 'EMPTY' }],
  ])('find %s', (_, change, problems) => expect(allProblems(but(change))).toEqual(problems))

  it('say every problem of an empty draft in words', () => {
    const empty = emptyDraft(facts.currencies)
    // "What you need" is no field: its button is the answer.
    const { ready, ...problems } = allProblems(empty)
    expect(ready).toBe('EMPTY')
    const said = complaintsOf(problems, empty)
    expect(said.map(({ path }) => path).sort()).toEqual(Object.keys(problems).sort())
    for (const { message } of said) expect(message).toMatch(/^[A-Z].*\.$/)
  })

  it('miss a number also before its country is chosen', () => {
    const without = (registrationNumber: string) =>
      allProblems(but({ company: { registrationCountry: '', registrationNumber } }))
    expect(without(' ')['company.registrationNumber']).toEqual({ code: 'EMPTY' })
    expect(without('08472913')['company.registrationNumber']).toBeUndefined()
  })

  it('name the country that a number seems to come from', () => {
    const draft = but({ company: { registrationCountry: 'GB' } })
    expect(complaintsOf(allProblems(draft), draft)[0]?.message).toBe(
      'This looks like a number from France. Check the number, and the country above it.',
    )
  })

  it('own every field', () => {
    for (const path of fieldPaths) expect(stepIds).toContain(stepOf(path))
    expect(stepOf('company.businessAddress.postCode')).toBe('business')
    expect(stepOf('company.registrationNumber')).toBe('company')
  })
})

describe('the request', () => {
  it('is what was typed, as the registers and the post write it', () => {
    expect(toRegistration(full, facts)).toEqual({
      rootUser: {
        name: 'Ines',
        surname: 'Moreau',
        email: 'ines@moreau.example',
        mobile: { countryCode: '+33', number: '612345678' },
        dateOfBirth: { year: 1984, month: 3, day: 7 },
        companyPosition: 'DIRECTOR',
      },
      company: {
        name: 'Moreau Frères',
        type: 'LLC',
        registrationNumber: '732 829 320',
        registrationCountry: 'FR',
        businessAddress: { addressLine1: '12 rue de la Paix', city: 'Paris', postCode: '75001', country: 'FR' },
      },
      industry: 'RETAIL_WHOLESALE',
      sourceOfFunds: 'OTHER',
      sourceOfFundsOther: 'Crowdfunding',
      acceptedTerms: true,
      baseCurrency: 'EUR',
    })
  })

  it('is not made without the terms, and says no explanation of a source that was left behind', () => {
    expect(toRegistration({ ...full, acceptedTerms: false }, facts)).toBeUndefined()
    const sent = toRegistration({ ...full, sourceOfFunds: 'RENT' }, facts)
    expect(sent).not.toHaveProperty('sourceOfFundsOther')
  })

  it('of a draft without problems is one that the contract takes', () => {
    const text = fc.string({ maxLength: 60 })
    const typed = fc.record({ name: text, surname: text, company: text, line: text, city: text, number: text })
    fc.assert(
      fc.property(typed, ({ name, surname, company, line, city, number }) => {
        const businessAddress = { ...full.company.businessAddress, addressLine1: line, city }
        const draft = but({
          rootUser: { name, surname },
          company: { name: company, registrationCountry: 'US', registrationNumber: number, businessAddress },
        })
        if (Object.keys(allProblems(draft)).length > 0) return
        expect(registerCorporate.body.safeParse(toRegistration(draft, facts)).success).toBe(true)
      }),
    )
  })
})

describe('a refusal', () => {
  const conflict = (code: string) => refusalOf(new ApiError(409, code), full)

  it.each([
    ['ROOT_EMAIL_NOT_UNIQUE', 'root', ['rootUser.email']],
    ['ROOT_EMAIL_NOT_VERIFIED', 'root', ['rootUser.email']],
    ['EMAIL_DOMAIN_NOT_ALLOWED', 'root', ['rootUser.email']],
    ['MOBILE_OR_COUNTRY_CODE_INVALID', 'root', ['rootUser.mobile']],
    ['COMPANY_NOT_FOUND', 'company', ['company.registrationNumber']],
    ['COUNTRY_UNSUPPORTED', 'company', ['company.registrationCountry']],
    ['CURRENCY_UNSUPPORTED', 'business', ['baseCurrency']],
  ])('%s leads to %s', (code, step, paths) => {
    const refusal = conflict(code)
    expect(refusal?.step).toBe(step)
    expect(refusal?.complaints.map(({ path }) => path)).toEqual(paths)
    expect(refusal?.complaints[0]?.message).toBe(registerSentences()[code])
  })

  it('stands on its field until something else stands there', () => {
    const refusal = conflict('ROOT_EMAIL_NOT_UNIQUE')
    const holds = (step: StepId, change: Change) => refusal && standing(refusal, step, but(change)).length
    expect(holds('root', {})).toBe(1)
    expect(holds('company', {})).toBe(0)
    expect(holds('root', { rootUser: { surname: 'Other' } })).toBe(1)
    expect(holds('root', { rootUser: { email: 'other@moreau.example' } })).toBe(0)
  })

  it('about a country stands on both, where there are two', () => {
    const draft = but({ company: { registrationCountry: 'US' } })
    expect(refusalOf(new ApiError(409, 'COUNTRY_UNSUPPORTED'), draft)?.complaints.map(({ path }) => path)).toEqual([
      'company.registrationCountry',
      'company.businessAddress.country',
    ])
  })

  it.each(['COMPANY_LOOKUP_FAILED', 'PROFILE_INACTIVE', 'NOT_OPEN'])('%s stays where it was sent', (code) => {
    expect(conflict(code)).toBeUndefined()
    expect(registerSentences()[code]).toBeTruthy()
  })

  it.each(registerCorporate.errors[409])('%s has a sentence', (code) => {
    expect(registerSentences()[code]).toMatch(/\.$/)
  })

  it('of the form leads to the first step that has something to correct', () => {
    const fields = { 'request.industry': 'IN', 'request.rootUser.mobile.number': 'REGEX', 'request.unknown': 'IN' }
    expect(refusalOf(new ApiError(400, 'INVALID_REQUEST', fields), full)).toMatchObject({
      step: 'root',
      complaints: [{ path: 'industry' }, { path: 'rootUser.mobile' }],
    })
  })

  it.each([
    ['request.company.businessAddress', 'company.businessAddress.addressLine1'],
    ['company.businessAddress.postCode', 'company.businessAddress.postCode'],
    ['request.rootUser.dateOfBirth.year', 'rootUser.dateOfBirth'],
    ['request.profileId', undefined],
  ])('finds the field of %s', (name, path) => expect(fieldOf(name)).toBe(path))

  it('is none where nobody knows what happened', () => {
    expect(refusalOf(new ApiError(0, 'NETWORK'), full)).toBeUndefined()
    expect(refusalOf(new ApiError(502, 'UNREADABLE'), full)).toBeUndefined()
  })
})
