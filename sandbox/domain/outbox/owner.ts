import type { Actor, Ctx } from '../context'

const types = { CORPORATE: 'corporates', CONSUMER: 'consumers' } as const
export type Owner = { type: (typeof types)[keyof typeof types]; id: string }

/** Whose something is, as webhooks name an identity. */
export const ownerOf = ({ identityType, identityId }: Pick<Actor, 'identityType' | 'identityId'>): Owner => ({
  type: types[identityType],
  id: identityId,
})

/** The same where nobody is signed in. */
export async function readOwner(ctx: Pick<Ctx, 'tx'>, identityId: string): Promise<Owner> {
  const { type } = await ctx.tx
    .selectFrom('sandbox_identity')
    .select('type')
    .where('id', '=', identityId)
    .executeTakeFirstOrThrow()
  return { type: types[type], id: identityId }
}
