import type { Req, Res } from '../../../contract/endpoint'
import type { managedAccountStatement } from '../../../contract/managed-accounts'
import type { managedCardStatement } from '../../../contract/managed-cards'
import type { StatementQuery, StatementV1 } from '../../../contract/statements'
import { readOwnAccount } from '../accounts/find-account'
import { readOwnCard } from '../cards/find-card'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import type { StatementOf } from './statement-of'
import { statementV1 } from './statement-v1'
import { statementV2 } from './statement-v2'

type Statement = typeof managedAccountStatement
type CardStatement = typeof managedCardStatement
type OldStatement = Promise<Outcome<StatementV1, 'NOT_FOUND'>>

/** Movements of an account, in the shape of the version that the caller names. Mirrors `managedAccountStatement`. */
export async function readStatement(
  ctx: ActorCtx,
  { params, query, headers }: Req<Statement>,
): Promise<Outcome<Res<Statement>, 'NOT_FOUND'>> {
  const of = await ofAccount(ctx, params.id)
  return of ? done(await inVersion(ctx, of, query, headers)) : refuse('NOT_FOUND')
}

/** The same of a card. Mirrors `managedCardStatement`. */
export async function readCardStatement(
  ctx: ActorCtx,
  { params, query, headers }: Req<CardStatement>,
): Promise<Outcome<Res<CardStatement>, 'NOT_FOUND'>> {
  const of = await ofCard(ctx, params.id)
  return of ? done(await inVersion(ctx, of, query, headers)) : refuse('NOT_FOUND')
}

/** Where newer callers find the older statement. Mirrors `managedAccountStatementDeprecated`. */
export async function readOldStatement(ctx: ActorCtx, id: string, query: StatementQuery): OldStatement {
  const of = await ofAccount(ctx, id)
  return of ? done(await statementV1(ctx, of, query)) : refuse('NOT_FOUND')
}

/** The same of a card. Mirrors `managedCardStatementDeprecated`. */
export async function readOldCardStatement(ctx: ActorCtx, id: string, query: StatementQuery): OldStatement {
  const of = await ofCard(ctx, id)
  return of ? done(await statementV1(ctx, of, query)) : refuse('NOT_FOUND')
}

const ofAccount = (ctx: ActorCtx, id: string): Promise<StatementOf | undefined> => readOwnAccount(ctx, id)

/** A prepaid card's own movements, or what a debit one did on its account. */
async function ofCard(ctx: ActorCtx, id: string): Promise<StatementOf | undefined> {
  const card = await readOwnCard(ctx, id)
  if (!card) return undefined
  const { currency, parent_account_id: parent } = card
  return parent === null ? { id, currency } : { id: parent, currency, card: id }
}

function inVersion(ctx: ActorCtx, of: StatementOf, query: StatementQuery, headers: Req<Statement>['headers']) {
  const newer = headers?.['x-api-version'] !== undefined
  return newer ? statementV2(ctx, of, query) : statementV1(ctx, of, query)
}
