import type { Selectable } from 'kysely'
import type { SandboxFactorTable } from '../../../storage/schema/identities'
import type { Ctx } from '../context'

export type FactorRow = Selectable<SandboxFactorTable>
type Channel = FactorRow['channel']

/** What kind of factor each channel makes. */
export const FACTOR_TYPES = { SMS: 'OTP', AUTHY: 'PUSH', BIOMETRIC: 'BIOMETRIC' } as const satisfies Record<
  Channel,
  FactorRow['type']
>

export async function findFactor(ctx: Ctx, credentialId: string, channel: Channel): Promise<FactorRow | undefined> {
  return ctx.tx
    .selectFrom('sandbox_factor')
    .selectAll()
    .where('credential_id', '=', credentialId)
    .where('channel', '=', channel)
    .executeTakeFirst()
}

/** Notes a factor of a person, or the new status of one that is there. */
export async function putFactor(
  ctx: Ctx,
  credentialId: string,
  channel: Channel,
  status: FactorRow['status'],
): Promise<void> {
  await ctx.tx
    .insertInto('sandbox_factor')
    .values({ credential_id: credentialId, channel, type: FACTOR_TYPES[channel], status, created_at: ctx.now() })
    .onConflict((oc) => oc.columns(['credential_id', 'channel']).doUpdateSet({ status }))
    .execute()
}

/** Forgets a factor; says whether there was one. */
export async function dropFactor(ctx: Ctx, credentialId: string, channel: Channel): Promise<boolean> {
  const gone = await ctx.tx
    .deleteFrom('sandbox_factor')
    .where('credential_id', '=', credentialId)
    .where('channel', '=', channel)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
