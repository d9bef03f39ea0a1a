import type { ConsumerCreateRequest } from '../../../contract/consumers'
import type { Ctx } from '../context'
import { admit } from '../identities/register-corporate'
import { verifyIdentity } from '../identities/verify-identity'
import { createConsumer } from './create-consumer'

/**
 * Registers a consumer and goes the whole way of onboarding with them, as `registerApprovedCorporate` does with a
 * company. For worlds and tests; a refusal is a mistake in them.
 */
export async function registerApprovedConsumer(
  ctx: Ctx,
  order: ConsumerCreateRequest,
  password: string,
): Promise<{ identityId: string; rootUserId: string }> {
  const created = await createConsumer(ctx, order)
  if (!created.ok) throw new Error(`${order.rootUser.email} cannot be registered: ${created.refusal}`)
  const { id, rootUser } = created.value
  await verifyIdentity(ctx, { identityId: id.id, type: 'CONSUMER' })
  await admit(ctx, rootUser.id.id, password)
  return { identityId: id.id, rootUserId: rootUser.id.id }
}
