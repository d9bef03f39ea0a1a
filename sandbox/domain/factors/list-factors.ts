import type { SCAFactor } from '../../../contract/authentication-factors'
import { type ActorCtx, done, type Outcome } from '../context'

/** How the signed-in person can prove who they are, newest first. Mirrors `authFactorsGet`. */
export async function listFactors({ tx, actor }: ActorCtx): Promise<Outcome<{ factors: SCAFactor[] }>> {
  const factors = await tx
    .selectFrom('sandbox_factor')
    .select(['type', 'status', 'channel'])
    .where('credential_id', '=', actor.credentialId)
    .orderBy('created_at', 'desc')
    .orderBy('channel')
    .execute()
  return done({ factors })
}
