import * as z from 'zod'

export const Mobile = z.object({
  countryCode: z
    .string()
    .min(1)
    .max(4)
    .regex(/^\+[0-9]+$/),
  number: z.string().regex(/^[0-9]{1,12}$/),
})
export type Mobile = z.infer<typeof Mobile>

/** A day without time or zone. */
export const CalendarDate = z.object({
  year: z.int().min(1900).max(2100),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
})
export type CalendarDate = z.infer<typeof CalendarDate>

/** ISO 3166 alpha-2. */
export const Country = z
  .string()
  .length(2)
  .regex(/^[A-Z]+$/)

const postCode = z
  .string()
  .max(10)
  .regex(/^[A-Za-z0-9 -]*$/)
const state = z.string().max(50).optional()

/** An address as a person or company states it. */
export const Address = z.object({
  addressLine1: z.string().min(1).max(150),
  addressLine2: z.string().max(150).optional(),
  city: z.string().max(50),
  postCode,
  state,
  country: Country,
})
export type Address = z.infer<typeof Address>

/** An address as a register has it, which may be patchy. */
export const LegalAddress = z.object({
  addressLine1: z.string(),
  addressLine2: z.string().optional(),
  city: z.string(),
  postCode: postCode.optional(),
  state,
  country: Country,
})

export const PartialAddress = LegalAddress.partial()

/** Where a person lives: no more than the country is demanded. */
export const AddressOfPerson = PartialAddress.required({ country: true })

/** What a name may become later: shorter than at the beginning, and without digits and most signs. */
export const LaterName = z
  .string()
  .max(20)
  .regex(/^[^0-9~!@#$%^*()_+={}\\|:;,<>/?]*$/)

/** Stated only when it is true. */
export const AcceptedTerms = z.boolean().refine((accepted) => accepted, { params: { error: 'IN' } })

/** Language of what Weavr sends to a person, as in `en` or `en-GB`. */
export const UserLocale = z
  .string()
  .max(5)
  .regex(/^[a-z]{2}(-[A-Z]{2})?$/)

export const Brand = z
  .string()
  .max(25)
  .regex(/^[a-zA-Z0-9]+$/)

export const IpAddress = z.string().min(5).max(45)

/** What corporates and consumers choose from alike. */
export const industries = [
  'ACCOUNTING',
  'AUDIT',
  'FINANCE',
  'PUBLIC_SECTOR_ADMINISTRATION',
  'ART_ENTERTAINMENT',
  'AUTO_AVIATION',
  'BANKING_LENDING',
  'BUSINESS_CONSULTANCY_LEGAL',
  'CONSTRUCTION_REPAIR',
  'EDUCATION_PROFESSIONAL_SERVICES',
  'INFORMATIONAL_TECHNOLOGIES',
  'TOBACCO_ALCOHOL',
  'GAMING_GAMBLING',
  'MEDICAL_SERVICES',
  'MANUFACTURING',
  'PR_MARKETING',
  'PRECIOUS_GOODS_JEWELRY',
  'NON_GOVERNMENTAL_ORGANIZATION',
  'INSURANCE_SECURITY',
  'RETAIL_WHOLESALE',
  'TRAVEL_TOURISM',
  'FREELANCER',
] as const

/** Sources of funds that both kinds of identity know. */
export const sourcesOfFunds = [
  'LABOUR_CONTRACT',
  'CIVIL_CONTRACT',
  'RENT',
  'FUNDS_FROM_OTHER_AUXILIARY_SOURCES',
  'SALE_OF_MOVABLE_ASSETS',
  'SALE_OF_REAL_ESTATE',
  'ORDINARY_BUSINESS_ACTIVITY',
  'DIVIDENDS',
  'LOAN_FROM_FINANCIAL_INSTITUTIONS_CREDIT_UNIONS',
  'LOAN_FROM_THIRD_PARTIES',
  'SALE_OF_COMPANY_SHARES_BUSINESS',
  'INHERITANCE',
  'OTHER',
] as const
