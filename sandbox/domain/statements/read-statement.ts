import type { Req, Res } from '../../../contract/endpoint'
import type { managedAccountStatement } from '../../../contract/managed-accounts'
import type { managedCardStatement } from '../../../contract/managed-cards'
import type { StatementQuery } from '../../../contract/statements'
import { readOwnAccount } from '../accounts/find-account'
import { readOwnCard } from '../cards/find-card'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import type { StatementOf } from './statement-of'
import { statementV1 } from './statement-v1'
import { statementV2 } from './statement-v2'

type Statement = typeof managedAccountStatement
type CardStatement = typeof managedCardStatement

/** Movements of an account, in the shape of the version that the caller names. Mirrors `managedAccountStatement`. */
export async function readStatement(
  ctx: ActorCtx,
  { params, query, headers }: Req<Statement>,
): Promise<Outcome<Res<Statement>, 'NOT_FOUND'>> {
  const account = await readOwnAccount(ctx, params.id)
  if (!account) return refuse('NOT_FOUND')
  return done(await inVersion(ctx, account, query, headers))
}

/**
 * The same of a card: a prepaid one's own movements, or what a debit one did on its account, without balances at the ends.
 * Mirrors `managedCardStatement`.
 */
export async function readCardStatement(
  ctx: ActorCtx,
  { params, query, headers }: Req<CardStatement>,
): Promise<Outcome<Res<CardStatement>, 'NOT_FOUND'>> {
  const card = await readOwnCard(ctx, params.id)
  if (!card) return refuse('NOT_FOUND')
  const { id, currency, parent_account_id: parent } = card
  return done(
    await inVersion(ctx, parent === null ? { id, currency } : { id: parent, currency, card: id }, query, headers),
  )
}

function inVersion(ctx: ActorCtx, of: StatementOf, query: StatementQuery, headers: Req<Statement>['headers']) {
  const newer = headers?.['x-api-version'] !== undefined
  return newer ? statementV2(ctx, of, query) : statementV1(ctx, of, query)
}
