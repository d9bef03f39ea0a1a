import type { Send } from '../../../contract/sends'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { readOwnSend } from './send-rows'
import { sendView } from './send-view'

/** One send of the actor's identity. Mirrors `sendGet`. */
export async function getSend(ctx: ActorCtx, id: string): Promise<Outcome<Send, 'NOT_FOUND'>> {
  const row = await readOwnSend(ctx, id)
  return row ? done(sendView(row)) : refuse('NOT_FOUND')
}
