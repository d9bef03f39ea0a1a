import type { Ctx } from '../context'

/** Who stands on the two sides of a payment, as a statement tells it. */
export async function identityNames(
  ctx: Ctx,
  sourceId: string,
  destinationId: string,
): Promise<Record<string, string>> {
  const rows = await ctx.tx
    .selectFrom('sandbox_identity')
    .select(['id', 'type', 'name'])
    .where('id', 'in', [sourceId, destinationId])
    .execute()
  const fields: [string, string][] = rows.flatMap(({ id, type, name }) => {
    const side = id === sourceId ? 'source' : 'destination'
    return [
      [`${side}IdentityType`, type === 'CORPORATE' ? 'corporates' : 'consumers'],
      [`${side}IdentityId`, id],
      [`${side}IdentityName`, name],
    ] satisfies [string, string][]
  })
  return Object.fromEntries(fields)
}
