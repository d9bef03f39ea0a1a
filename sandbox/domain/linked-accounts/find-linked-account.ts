import type { Selectable } from 'kysely'
import { AccountReference } from '../../../contract/linked-accounts'
import { locked } from '../../../storage/lock'
import type { SandboxLinkedAccountTable } from '../../../storage/schema/trust'
import type { ActorCtx, Ctx } from '../context'
import { referenceKey } from './reference-key'

export type LinkedAccountRow = Selectable<SandboxLinkedAccountTable>

/** A linked account with what a payment needs to know of it; only an `active` one may be paid. */
export type FoundLinkedAccount = { row: LinkedAccountRow; reference: AccountReference; active: boolean }

/** A linked account of the actor's identity in any state, read without a lock; `undefined` for anyone else's. */
export async function findLinkedAccount(ctx: ActorCtx, id: string): Promise<FoundLinkedAccount | undefined> {
  return found(await ownLinkedAccount(ctx, id).executeTakeFirst())
}

/** The identity's linked account that money came from: in use, blocked, or still to be verified. */
export async function findLinkedSender(
  ctx: Ctx,
  identityId: string,
  sender: AccountReference,
): Promise<FoundLinkedAccount | undefined> {
  const row = await ctx.tx
    .selectFrom('sandbox_linked_account')
    .selectAll()
    .where('identity_id', '=', identityId)
    .where('reference_key', '=', referenceKey(sender))
    .where('state', 'in', ['ACTIVE', 'BLOCKED', 'PENDING_VERIFICATION'])
    .executeTakeFirst()
  return found(row)
}

/** The row for a change, locked until the transaction ends. */
export async function lockLinkedAccount(ctx: ActorCtx, id: string): Promise<LinkedAccountRow | undefined> {
  return locked(ctx.engine, ownLinkedAccount(ctx, id)).executeTakeFirst()
}

const ownLinkedAccount = (ctx: ActorCtx, id: string) =>
  ctx.tx
    .selectFrom('sandbox_linked_account')
    .selectAll()
    .where('id', '=', id)
    .where('identity_id', '=', ctx.actor.identityId)

const found = (row: LinkedAccountRow | undefined): FoundLinkedAccount | undefined =>
  row && { row, reference: AccountReference.parse(JSON.parse(row.reference)), active: row.state === 'ACTIVE' }
