import type { Corporate, CorporateUpdateRequest, corporateUpdate } from '../../../contract/corporates'
import { KyiStatus } from '../../../contract/corporates'
import type { ErrorCode } from '../../../contract/endpoint'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { planContact, writeContact } from './change-contact'
import { checksOf } from './checks'
import { corporateDocument } from './corporate-document'
import { countryProblem } from './countries'
import { lockIdentity, rootOf } from './find-identity'
import { isFrozen } from './kyi-moves'
import { isCurrencySupported, isFeeGroup } from './order-rules'
import { corporateView } from './read-corporate'
import { differs, given } from './what-changes'

type Refusal = ErrorCode<typeof corporateUpdate>

/**
 * Changes what is said of the company of the session and of its root user. Who the root user is and where the company
 * does business is frozen once its check was passed; saying it again as it is changes nothing. Mirrors `corporateUpdate`.
 */
export async function updateCorporate(
  ctx: ActorCtx,
  change: CorporateUpdateRequest,
): Promise<Outcome<Corporate, Refusal>> {
  const identity = await lockIdentity(ctx, ctx.actor.identityId)
  if (identity?.type !== 'CORPORATE') return refuse('INSUFFICIENT_PERMISSIONS')
  const root = await rootOf(ctx, identity.id)
  const before = corporateView(identity, root)
  const { name, surname, email, mobile, dateOfBirth, companyBusinessAddress: businessAddress, ...rest } = change
  const { ongoing } = checksOf(identity)
  if (isFrozen({ status: KyiStatus.parse(identity.kyi_status), ongoing })) {
    const root = differs(before.rootUser, { name, surname, email: email?.toLowerCase(), mobile, dateOfBirth })
    if (root || differs(before.company, { businessAddress })) return refuse('ROOT_USER_ALREADY_VERIFIED')
  }
  const { userTag, locale, brand, resetMobileCounter, ...said } = rest
  if (!isFeeGroup(said.feeGroup)) return refuse('FEE_GROUP_INVALID')
  if (!isCurrencySupported(said.baseCurrency)) return refuse('UNSUPPORTED_CURRENCY')
  const country = countryProblem(businessAddress?.country)
  if (country) return refuse(country)
  const contact = await planContact(ctx, root, { email, mobile, resetMobileCounter })
  if (!contact.ok) return contact

  const document = corporateDocument(identity)
  const company = { ...document.company, ...given({ businessAddress }) }
  await ctx.tx
    .updateTable('sandbox_identity')
    .set({ document: JSON.stringify({ ...document, ...given(said), company }) })
    .where('id', '=', identity.id)
    .execute()
  await writeContact(ctx, root, contact.value, {
    columns: given({ name, surname }),
    document: given({ dateOfBirth, tag: userTag, locale, brand }),
  })
  const after = await lockIdentity(ctx, identity.id)
  return done(corporateView(after ?? identity, await rootOf(ctx, identity.id)))
}
