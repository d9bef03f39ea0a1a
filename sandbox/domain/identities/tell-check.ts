import * as z from 'zod'
import {
  CorporateKybFailureReason,
  consumersKycWatch,
  corporatesKybWatch,
  KycRejectionReason,
} from '../../../contract/events/identities'
import type { Ctx } from '../context'
import { emit } from '../outbox/emit'
import type { Checks } from './checks'
import type { CredentialRow, IdentityRow } from './credentials'
import type { Standing } from './kyi-moves'

type Told = { identity: IdentityRow; root: CredentialRow; standing: Standing; checks: Checks }

const KybReasons = z.array(CorporateKybFailureReason)
const KycReasons = z.array(KycRejectionReason)

/** Whether reasons are of the vocabulary that the vendor has for this kind of identity. */
export const areReasons = (type: IdentityRow['type'], details: readonly string[]): boolean =>
  (type === 'CORPORATE' ? KybReasons : KycReasons).safeParse(details).success

/** Tells the platform where the check of an identity stands now. */
export const tellCheck = (ctx: Ctx, told: Told): Promise<void> =>
  told.identity.type === 'CORPORATE' ? tellKyb(ctx, told) : tellKyc(ctx, told)

async function tellKyb(ctx: Ctx, { identity, root, standing, checks }: Told): Promise<void> {
  await emit(ctx, corporatesKybWatch, {
    corporateId: identity.id,
    corporateEmail: root.email,
    status: standing.status,
    ongoingStatus: standing.ongoing,
    details: KybReasons.parse(checks.details),
    ...comment(checks),
  })
}

async function tellKyc(ctx: Ctx, { identity, root, standing, checks }: Told): Promise<void> {
  const { kycLevel, ongoingKycLevel } = checks
  await emit(ctx, consumersKycWatch, {
    consumerId: identity.id,
    consumerEmail: root.email,
    status: standing.status,
    ongoingStatus: standing.ongoing,
    details: KycReasons.parse(checks.details),
    ...comment(checks),
    ...(kycLevel && { kycLevel }),
    ...(ongoingKycLevel && { ongoingKycLevel }),
    eventTimestamp: String(ctx.now()),
    additionalInformation: datesOf(checks),
  })
}

const comment = ({ rejectionComment }: Checks) => (rejectionComment === undefined ? {} : { rejectionComment })

/** When a document runs out, and what then, in the form of the webhooks. */
export function datesOf({
  documentExpiryDate,
  identityRestrictionDate,
}: Pick<Checks, 'documentExpiryDate' | 'identityRestrictionDate'>) {
  return {
    ...(documentExpiryDate !== undefined && { documentExpiryDate: String(documentExpiryDate) }),
    ...(identityRestrictionDate !== undefined && { identityRestrictionDate: String(identityRestrictionDate) }),
  }
}
