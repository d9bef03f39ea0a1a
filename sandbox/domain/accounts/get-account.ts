import type { ManagedAccount } from '../../../contract/managed-accounts'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { accountView } from './account-view'
import { readOwnAccount } from './find-account'

/** One account of the actor's identity. Mirrors `managedAccountGet`. */
export async function getAccount(ctx: ActorCtx, id: string): Promise<Outcome<ManagedAccount, 'NOT_FOUND'>> {
  const account = await readOwnAccount(ctx, id)
  return account ? done(accountView(account)) : refuse('NOT_FOUND')
}
