import type { Req, Res } from '../../../contract/endpoint'
import type { managedAccountStatement } from '../../../contract/managed-accounts'
import { readOwnAccount } from '../accounts/find-account'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { statementV1 } from './statement-v1'
import { statementV2 } from './statement-v2'

type Statement = typeof managedAccountStatement

/** Movements of an account, in the shape of the version that the caller names. Mirrors `managedAccountStatement`. */
export async function readStatement(
  ctx: ActorCtx,
  { params, query, headers }: Req<Statement>,
): Promise<Outcome<Res<Statement>, 'NOT_FOUND'>> {
  const account = await readOwnAccount(ctx, params.id)
  if (!account) return refuse('NOT_FOUND')
  const newer = headers?.['x-api-version'] !== undefined
  return done(newer ? await statementV2(ctx, account, query) : await statementV1(ctx, account, query))
}
