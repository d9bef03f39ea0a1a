import type * as z from 'zod'
import type { ConsumerSourceOfFunds, Occupation } from '#contract/consumers'
import type { CompanyPosition, CompanyType, CorporateSourceOfFunds, Industry, KyiStatus } from '#contract/corporates'
import { catalogue } from '@/lib/text'

/*
 * The API's words for what companies and people are, in everybody's. Each table is held to its enumeration: a value that
 * the contract gains does not compile until it has words here. The order is that of the lists to choose from.
 */

type Words<T extends z.ZodType<string>> = Record<z.infer<T>, string>
export type Choice = { value: string; label: string }

/** Renders one value, or all of them as the options of a list. */
function words(namespace: string, table: Record<string, string>) {
  const render = catalogue<Record<string, string>>(namespace, table)
  return {
    /** One that this page does not know yet is shown as it came. */
    of: (value: string): string => (Object.hasOwn(table, value) ? render(value) : value),
    choices: (): Choice[] => Object.keys(table).map((value) => ({ value, label: render(value) })),
  }
}

const industries = {
  ACCOUNTING: 'Accounting',
  AUDIT: 'Audit',
  FINANCE: 'Finance',
  PUBLIC_SECTOR_ADMINISTRATION: 'Public sector and administration',
  ART_ENTERTAINMENT: 'Arts and entertainment',
  AUTO_AVIATION: 'Cars and aviation',
  BANKING_LENDING: 'Banking and lending',
  BUSINESS_CONSULTANCY_LEGAL: 'Business consultancy and law',
  CONSTRUCTION_REPAIR: 'Construction and repair',
  EDUCATION_PROFESSIONAL_SERVICES: 'Education and professional services',
  INFORMATIONAL_TECHNOLOGIES: 'Information technology',
  TOBACCO_ALCOHOL: 'Tobacco and alcohol',
  GAMING_GAMBLING: 'Gaming and gambling',
  MEDICAL_SERVICES: 'Medical services',
  MANUFACTURING: 'Manufacturing',
  PR_MARKETING: 'Public relations and marketing',
  PRECIOUS_GOODS_JEWELRY: 'Precious goods and jewellery',
  NON_GOVERNMENTAL_ORGANIZATION: 'Non-governmental organisation',
  INSURANCE_SECURITY: 'Insurance and security',
  RETAIL_WHOLESALE: 'Retail and wholesale',
  TRAVEL_TOURISM: 'Travel and tourism',
  FREELANCER: 'Freelancing',
} as const satisfies Words<typeof Industry>
export const industryWords = words('industry', industries)

export const occupationWords = words('occupation', {
  ...industries,
  FREELANCER: 'Freelancer',
  STUDENT: 'Student',
  UNEMPLOYED: 'Without work at present',
  RETIRED: 'Retired',
  OTHER: 'Something else',
} as const satisfies Words<typeof Occupation>)

const sources = {
  LABOUR_CONTRACT: 'Wages and salary',
  CIVIL_CONTRACT: 'Work under a contract for services',
  RENT: 'Rent',
  ORDINARY_BUSINESS_ACTIVITY: 'Ordinary business',
  DIVIDENDS: 'Dividends',
  FUNDS_FROM_OTHER_AUXILIARY_SOURCES: 'Other side income',
  SALE_OF_MOVABLE_ASSETS: 'Sale of movable property',
  SALE_OF_REAL_ESTATE: 'Sale of real estate',
  SALE_OF_COMPANY_SHARES_BUSINESS: 'Sale of shares or of a business',
  LOAN_FROM_FINANCIAL_INSTITUTIONS_CREDIT_UNIONS: 'Loan from a bank or credit union',
  LOAN_FROM_THIRD_PARTIES: 'Loan from somebody else',
  INHERITANCE: 'Inheritance',
} as const

export const corporateSourceWords = words('corporate-source', {
  ...sources,
  DONATION: 'Donations',
  OTHER: 'Something else',
  ORIGIN_OF_FUNDS_UNKNOWN: 'Not known',
} as const satisfies Words<typeof CorporateSourceOfFunds>)

export const consumerSourceWords = words('consumer-source', {
  PERSONAL_SAVINGS: 'My own savings',
  FAMILY_SAVINGS: 'Savings of my family',
  ...sources,
  OTHER: 'Something else',
} as const satisfies Words<typeof ConsumerSourceOfFunds>)

export const companyTypeWords = words('company-type', {
  SOLE_TRADER: 'Sole trader',
  LLC: 'Limited liability company',
  PUBLIC_LIMITED_COMPANY: 'Public limited company',
  LIMITED_LIABILITY_PARTNERSHIP: 'Limited liability partnership',
  NON_PROFIT_ORGANISATION: 'Non-profit organisation',
} as const satisfies Words<typeof CompanyType>)

export const positionWords = words('company-position', {
  DIRECTOR: 'Director',
  AUTHORISED_REPRESENTATIVE: 'Authorised representative',
} as const satisfies Words<typeof CompanyPosition>)

export const checkWords = words('check-status', {
  NOT_STARTED: 'Not started',
  INITIATED: 'Under way, waiting for you',
  PENDING_REVIEW: 'In review',
  APPROVED: 'Approved',
  REJECTED: 'Rejected',
} as const satisfies Record<KyiStatus, string>)
