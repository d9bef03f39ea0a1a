import type { Corporate } from '../../../contract/corporates'
import type { Ctx } from '../context'
import { insertLogin, type NewLogin } from './insert-login'

export type NewCorporate = Omit<Corporate, 'id' | 'rootUser' | 'creationTimestamp'> & { rootUser: NewLogin }

/**
 * Makes a corporate with its root user, checked and approved at once: what onboarding and the simulator's shortcut do
 * together.
 */
export async function registerApprovedCorporate(
  ctx: Ctx,
  { rootUser, ...document }: NewCorporate,
): Promise<{ identityId: string; rootUserId: string }> {
  const identityId = ctx.newId()
  await ctx.tx
    .insertInto('sandbox_identity')
    .values({
      id: identityId,
      type: 'CORPORATE',
      name: document.company.name,
      document: JSON.stringify({ ...document, ongoingKybStatus: 'APPROVED' }),
      kyi_status: 'APPROVED',
      created_at: ctx.now(),
    })
    .execute()
  const rootUserId = await insertLogin(ctx, { identityId, type: 'ROOT' }, rootUser)
  return { identityId, rootUserId }
}
