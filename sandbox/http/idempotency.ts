import { createHash } from 'node:crypto'
import type { Endpoint } from '../../contract/endpoint'
import type { Ctx, Outcome } from '../domain/context'
import { seal, unseal } from '../domain/secure/seal'
import type { Keys } from '../keys'
import type { Caller } from './authenticate'

type Call = { ep: Endpoint; caller: Caller; reference: string; request: unknown }

// What these do, they do to one session: the same words in another session are another deed.
const OF_A_SESSION = new Set(['authentication-factors', 'step-up-challenges'])

/**
 * Runs a write once per reference, operation and payload: a repetition gets the first success again, a refusal is not
 * kept and may be tried anew. Two calls at the same time do one write, since the second waits for the first one's row.
 */
export async function once<T, C extends string>(
  ctx: Ctx,
  keys: Keys,
  call: Call,
  run: () => Promise<Outcome<T, C>>,
): Promise<Outcome<T, C>> {
  const key = keyOf(call)
  const claimed = await ctx.tx
    .insertInto('sandbox_idempotency')
    .values({ key, status: 200, response: '', created_at: ctx.now() })
    .onConflict((oc) => oc.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  const mine = () => ctx.tx.selectFrom('sandbox_idempotency').select('response').where('key', '=', key)
  if (!claimed) {
    const { response } = await mine().executeTakeFirstOrThrow()
    return { ok: true, value: reopened(keys, key, response) }
  }
  const outcome = await run()
  if (!outcome.ok) {
    await ctx.tx.deleteFrom('sandbox_idempotency').where('key', '=', key).execute()
  } else if (outcome.value !== undefined) {
    const response = seal(keys, key, JSON.stringify(outcome.value))
    await ctx.tx.updateTable('sandbox_idempotency').set({ response }).where('key', '=', key).execute()
  }
  return outcome
}

/** An answer may hold a session's token: it is kept sealed, for its own key alone. */
function reopened(keys: Keys, key: string, response: string) {
  if (response === '') return undefined
  const text = unseal(keys, key, response)
  if (text === undefined) throw new Error('a kept answer was sealed with other keys')
  return JSON.parse(text)
}

function keyOf({ ep, caller, reference, request }: Call): string {
  const who = caller.kind === 'key' ? 'api-key' : caller.actor.identityId
  const session = caller.kind === 'person' && OF_A_SESSION.has(ep.section) ? caller.actor.tokenId : ''
  const parts = [who, session, ep.id, reference, canonical(request)]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** JSON with sorted names: the order in which a client writes its fields does not make another payload. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
