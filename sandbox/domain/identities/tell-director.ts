import type * as z from 'zod'
import {
  type BeneficiaryVerifiedEvent,
  CorporateKybFailureReason,
  corporatesKybBeneficiariesWatch,
} from '../../../contract/events/identities'
import type { Ctx } from '../context'
import { emit } from '../outbox/emit'
import { checksOf } from './checks'
import type { IdentityRow } from './credentials'
import { findIdentity } from './credentials'
import type { DirectorRow } from './director-row'
import { rootOf } from './find-identity'
import { datesOf } from './tell-check'

type Event = NonNullable<z.infer<typeof BeneficiaryVerifiedEvent>['event']>[number]
type What = { events: Event[]; details?: readonly string[] | undefined; comment?: string | undefined }

/** Tells the platform what changed about somebody who owns or leads a company. */
export async function tellDirector(
  ctx: Ctx,
  { id, name }: IdentityRow,
  director: DirectorRow,
  { events, details = [], comment }: What,
): Promise<void> {
  const root = await rootOf(ctx, id)
  const company = await findIdentity(ctx, id)
  const { middle_name } = director
  await emit(ctx, corporatesKybBeneficiariesWatch, {
    event: events,
    eventDetails: CorporateKybFailureReason.array().parse(details),
    ...(comment !== undefined && { rejectionComment: comment }),
    additionalInformation: {
      corporateId: id,
      corporateName: name,
      rootUserEmail: root.email,
      ...(company && { kybStatus: checksOf(company).ongoing, ...datesOf(checksOf(company)) }),
      beneficiary: {
        type: director.type,
        firstName: director.first_name,
        ...(middle_name !== null && { middleName: middle_name }),
        lastName: director.last_name,
        email: director.email,
        status: director.status,
        ongoingKybStatus: director.ongoing_status,
      },
    },
  })
}
