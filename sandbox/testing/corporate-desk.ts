import { reviewIdentity } from '../domain/identities/review-identity'
import type { FrontDoor } from './front-door'

export const corporateOrder = {
  profileId: '1001',
  tag: 'first',
  rootUser: {
    name: 'Ada',
    surname: 'Byron',
    email: 'Ada@Alder.example',
    mobile: { countryCode: '+353', number: '851112222' },
    companyPosition: 'DIRECTOR',
    dateOfBirth: { year: 1985, month: 12, day: 10 },
    tag: 'boss',
    locale: 'en-GB',
    brand: 'alder',
  },
  company: {
    name: 'Alder Furniture Ltd',
    type: 'LLC',
    registrationNumber: '51000100',
    registrationCountry: 'IE',
    businessAddress: { addressLine1: '1 Orchard Road', city: 'Dublin', postCode: 'D02 XY45', country: 'IE' },
  },
  industry: 'MANUFACTURING',
  sourceOfFunds: 'ORDINARY_BUSINESS_ACTIVITY',
  acceptedTerms: true,
  ipAddress: '192.0.2.7',
  baseCurrency: 'EUR',
  feeGroup: 'PREMIUM',
}
type Order = typeof corporateOrder
export type CorporateChange = Partial<Omit<Order, 'rootUser' | 'company'>> & {
  rootUser?: Partial<Order['rootUser']>
  company?: Partial<Omit<Order['company'], 'businessAddress'>> & { businessAddress?: object }
}
export const ordered = ({ rootUser, company, ...change }: CorporateChange = {}) => ({
  ...corporateOrder,
  ...change,
  rootUser: { ...corporateOrder.rootUser, ...rootUser },
  company: { ...corporateOrder.company, ...company },
})

export type Created = { id: { id: string }; rootUser: { id: { id: string }; passwordAlreadySet: boolean } }

export const refused = (errorCode: string, status = 409) => ({ status, body: { errorCode } })

/** The calls of onboarding a company, by request. */
export function corporateDesk(door: FrontDoor) {
  const create = (change: CorporateChange = {}, ref?: string) =>
    door.call('POST', '/corporates', { body: ordered(change), ...(ref && { ref }) })
  return {
    create,
    created: async (change: CorporateChange = {}) => {
      const answer = await create(change)
      if (answer.status !== 200) throw new Error(answer.text)
      return idsOf(answer.body as Created)
    },
    identityOf: async (token: string) => idsOf((await door.call('GET', '/corporates', { token })).body as Created),
    send: (email: string) => door.call('POST', '/corporates/verification/email/send', { body: { email } }),
    verify: (email: string, verificationCode = '123456') =>
      door.call('POST', '/corporates/verification/email/verify', { body: { email, verificationCode } }),
    patch: (token: string, body: object, ref?: string) =>
      door.call('PATCH', '/corporates', { token, body, ...(ref && { ref }) }),
    startKyb: (token: string) => door.call('POST', '/corporates/kyb', { token }),
    kyb: async (token: string) => (await door.call('GET', '/corporates/kyb', { token })).body,
    review: (identityId: string, outcome: Parameters<typeof reviewIdentity>[1]['outcome']) =>
      door.inTx((ctx) => reviewIdentity(ctx, { identityId, outcome })),
  }
}

const idsOf = ({ id, rootUser }: Created) => ({ identityId: id.id, rootUserId: rootUser.id.id })
