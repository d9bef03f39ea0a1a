import type { Batch, MoneyCtx } from '../ledger/batch'

type Who = { id: string; type: 'CORPORATE' | 'CONSUMER'; name: string }

/** Names that a batch has looked up: thousands of its rows mostly pay the same few. */
const looked = new WeakMap<Batch, Map<string, Who | undefined>>()

/** Who stands on the two sides of a payment, as a statement tells it. */
export async function identityNames(
  ctx: MoneyCtx,
  sourceId: string,
  destinationId: string,
): Promise<Record<string, string>> {
  return {
    ...told('source', await whoIs(ctx, sourceId)),
    ...told('destination', await whoIs(ctx, destinationId)),
  }
}

function told(side: 'source' | 'destination', who: Who | undefined): Record<string, string> {
  if (!who) return {}
  return {
    [`${side}IdentityType`]: who.type === 'CORPORATE' ? 'corporates' : 'consumers',
    [`${side}IdentityId`]: who.id,
    [`${side}IdentityName`]: who.name,
  }
}

async function whoIs(ctx: MoneyCtx, id: string): Promise<Who | undefined> {
  const known = ctx.batch && (looked.get(ctx.batch) ?? new Map<string, Who | undefined>())
  if (known?.has(id)) return known.get(id)
  const found = await ctx.tx
    .selectFrom('sandbox_identity')
    .select(['id', 'type', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (ctx.batch && known) looked.set(ctx.batch, known.set(id, found))
  return found
}
