import { locked } from '../../../storage/lock'
import type { Ctx } from '../context'
import { settleChallenge } from './settle-challenge'

/** Notices that nobody answered in time. */
export async function expireChallenge(ctx: Ctx, challengeId: string): Promise<void> {
  const query = ctx.tx.selectFrom('sandbox_challenge').selectAll().where('id', '=', challengeId)
  const challenge = await locked(ctx.engine, query).executeTakeFirst()
  if (challenge?.status === 'PENDING' && challenge.expires_at <= ctx.now())
    await settleChallenge(ctx, challenge, 'EXPIRED')
}
