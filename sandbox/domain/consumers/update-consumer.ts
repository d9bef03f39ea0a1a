import type { Consumer, ConsumerUpdateRequest, consumerUpdate } from '../../../contract/consumers'
import { KyiStatus } from '../../../contract/corporates'
import type { ErrorCode } from '../../../contract/endpoint'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { planContact, writeContact } from '../identities/change-contact'
import { checksOf } from '../identities/checks'
import { countryProblem, isCountry } from '../identities/countries'
import { lockIdentity, rootOf } from '../identities/find-identity'
import { isFrozen } from '../identities/kyi-moves'
import { isFeeGroup } from '../identities/order-rules'
import { differs, given } from '../identities/what-changes'
import { consumerDocument } from './consumer-document'
import { consumerView } from './read-consumer'

type Refusal = ErrorCode<typeof consumerUpdate>

/**
 * Changes what is said of the consumer of the session. Who they are and where they live is frozen once their check was
 * passed; saying it again as it is changes nothing. Mirrors `consumerUpdate`.
 */
export async function updateConsumer(
  ctx: ActorCtx,
  change: ConsumerUpdateRequest,
): Promise<Outcome<Consumer, Refusal>> {
  const identity = await lockIdentity(ctx, ctx.actor.identityId)
  if (identity?.type !== 'CONSUMER') return refuse('INSUFFICIENT_PERMISSIONS')
  const root = await rootOf(ctx, identity.id)
  const { name, surname, email, mobile, dateOfBirth, address, ...rest } = change
  const { ongoing } = checksOf(identity)
  if (isFrozen({ status: KyiStatus.parse(identity.kyi_status), ongoing })) {
    const frozen = { name, surname, email: email?.toLowerCase(), mobile, dateOfBirth, address }
    if (differs(consumerView(identity, root).rootUser, frozen)) return refuse('CONSUMER_VERIFIED')
  }
  const { userTag, locale, brand, resetMobileCounter, occupation, placeOfBirth, nationality, ...said } = rest
  if (!isFeeGroup(said.feeGroup)) return refuse('FEE_GROUP_INVALID')
  if (nationality !== undefined && !isCountry(nationality)) return refuse('COUNTRY_INVALID')
  const country = countryProblem(address?.country)
  if (country) return refuse(country)
  const contact = await planContact(ctx, root, { email, mobile, resetMobileCounter })
  if (!contact.ok) return contact

  const document = consumerDocument(identity)
  const person = { ...document.person, ...given({ occupation, address, placeOfBirth, nationality }) }
  await ctx.tx
    .updateTable('sandbox_identity')
    .set({
      name: `${name ?? root.name} ${surname ?? root.surname}`,
      document: JSON.stringify({ ...document, ...given(said), person }),
    })
    .where('id', '=', identity.id)
    .execute()
  await writeContact(ctx, root, contact.value, {
    columns: given({ name, surname }),
    document: given({ dateOfBirth, tag: userTag, locale, brand }),
  })
  const after = await lockIdentity(ctx, identity.id)
  return done(consumerView(after ?? identity, await rootOf(ctx, identity.id)))
}
