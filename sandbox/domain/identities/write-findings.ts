import type { Corporate } from '../../../contract/corporates'
import type { Ctx } from '../context'
import { corporateDocument } from './corporate-document'
import type { IdentityRow } from './credentials'

/** What the register has about a company. */
export type CompanyFindings = Partial<
  Pick<Corporate['company'], 'registeredAddress' | 'registrationNumber' | 'incorporatedOn'>
>

/** Completes a company that was approved: what it did not state itself comes from the register. */
export async function writeFindings(ctx: Ctx, identity: IdentityRow, found: CompanyFindings = {}): Promise<void> {
  const document = corporateDocument(identity)
  const { company } = document
  const registeredAddress = company.businessAddress ?? {
    addressLine1: '1 Register Street',
    city: 'Sandbox City',
    country: company.countryOfRegistration,
  }
  const complete = {
    ...document,
    retailQualifier: document.retailQualifier ?? 'UNKNOWN',
    company: {
      registeredAddress,
      registrationNumber: identity.id.slice(-8),
      incorporatedOn: { year: 2015, month: 6, day: 1 },
      ...company,
      ...found,
    },
  }
  await ctx.tx
    .updateTable('sandbox_identity')
    .set({ document: JSON.stringify(complete) })
    .where('id', '=', identity.id)
    .execute()
}
