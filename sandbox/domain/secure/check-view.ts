import type * as z from 'zod'
import type { KyiStatus } from '../../../contract/corporates'
import type { LegalAddress } from '../../../contract/people'
import { consumerDocument } from '../consumers/consumer-document'
import type { Ctx } from '../context'
import { checksOf } from '../identities/checks'
import { corporateDocument } from '../identities/corporate-document'
import { credentialDocument, mobileOf } from '../identities/credential-document'
import { type CredentialRow, findCredential, findIdentity, type IdentityRow } from '../identities/credentials'
import { rootOf } from '../identities/find-identity'
import type { KyiReference } from '../identities/kyi-reference'

type Line = [name: string, value: string]
/** A check as its screens show it. */
export type CheckView = {
  kind: KyiReference['kind']
  status: KyiStatus
  kycLevel?: KyiReference['kycLevel']
  /** What is known about who is checked: names and values, as a person reads them. */
  details: Line[]
  /** Why it was sent back or turned down, in the vendor's codes, and what the customer was told. */
  reasons?: string[]
  comment?: string | undefined
}

/** Where the check of a reference stands; `undefined` when whom it is about is gone. */
export async function checkView(ctx: Ctx, reference: KyiReference): Promise<CheckView | undefined> {
  const { kind, identityId, credentialId, directorId, kycLevel } = reference
  const identity = await findIdentity(ctx, identityId)
  if (!identity) return undefined
  if (kind === 'DIRECTOR') return ofDirector(ctx, identity, directorId ?? '')
  if (kind === 'USER_KYC') {
    const user = credentialId ? await findCredential(ctx, credentialId) : undefined
    if (!user) return undefined
    const details: Line[] = [...person(user), ['Company', identity.name]]
    return { kind, status: credentialDocument(user).kycStatus ?? 'NOT_STARTED', details }
  }
  const { ongoing, details: reasons, rejectionComment: comment } = checksOf(identity)
  const root = await rootOf(ctx, identityId)
  const details = kind === 'KYB' ? company(identity, root) : consumer(identity, root)
  return { kind, status: ongoing, details, reasons, comment, ...(kycLevel && { kycLevel }) }
}

async function ofDirector(ctx: Ctx, identity: IdentityRow, directorId: string): Promise<CheckView | undefined> {
  const query = ctx.tx.selectFrom('sandbox_director').selectAll().where('id', '=', directorId)
  const row = await query.executeTakeFirst()
  if (!row) return undefined
  const name = [row.first_name, row.middle_name, row.last_name].filter(Boolean).join(' ')
  return {
    kind: 'DIRECTOR',
    status: row.ongoing_status,
    details: [
      ['Name', name],
      ['E-mail address', row.email],
      ['Company', identity.name],
    ],
  }
}

function company(identity: IdentityRow, root: CredentialRow): Line[] {
  const { company } = corporateDocument(identity)
  return lines({
    Company: company.name,
    'Registration number': company.registrationNumber,
    'Registered in': country(company.countryOfRegistration),
    Address: company.businessAddress && address(company.businessAddress),
    'Opened by': `${root.name} ${root.surname}`,
  })
}

const consumer = (identity: IdentityRow, root: CredentialRow): Line[] => {
  const { address: home } = consumerDocument(identity).person
  return [...person(root), ...lines({ Address: home && address(home) })]
}

function person(row: CredentialRow): Line[] {
  const { dateOfBirth: born } = credentialDocument(row)
  const mobile = mobileOf(row)
  return lines({
    Name: `${row.name} ${row.surname}`,
    'Date of birth': born && `${born.day} ${month(born.month)} ${born.year}`,
    'E-mail address': row.email,
    'Mobile number': mobile && `${mobile.countryCode} ${mobile.number}`,
  })
}

const lines = (given: Record<string, string | undefined>): Line[] =>
  Object.entries(given).flatMap(([name, value]): Line[] => (value ? [[name, value]] : []))

const address = ({
  addressLine1,
  addressLine2,
  city,
  postCode,
  country: land,
}: Partial<z.infer<typeof LegalAddress>>) =>
  [addressLine1, addressLine2, city, postCode, land && country(land)].filter(Boolean).join(', ')

const countries = new Intl.DisplayNames('en', { type: 'region' })
const country = (code: string) => countries.of(code) ?? code
const month = (number: number) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, number - 1))
