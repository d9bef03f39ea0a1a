import { createHmac, hkdfSync } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import { createBucketTable } from './bucket-table'
import { type Kind, LOCK_MS, rules, SESSION_LEASE, sessionRule } from './rules'

/** Whose use it is; without an account (a person whom nobody has named yet) the address alone counts. */
export type Who = { account?: string; address: string }
/** It was a use that does not count after all, or not against the account. */
export type GiveBack = (only?: 'account') => Promise<void>
export type Pass = { ok: true; giveBack: GiveBack } | { ok: false; retryAfterS: number; by: 'account' | 'address' }

export type Limits = ReturnType<typeof createLimits>

/** Counts what machines might do too often. Follows the given clock; shared by all gateways of the database. */
export function createLimits(store: Pick<Store, 'db' | 'engine'>, clock: Clock, sessionKey: Buffer) {
  const buckets = createBucketTable(store, clock)
  const secret = Buffer.from(hkdfSync('sha256', sessionKey, '', 'multi-console limits', 32))
  const leases = new Map<string, { left: number; until: number }>()
  const leasing = new Map<string, Promise<number | undefined>>()
  const keyOf = (...parts: string[]) => createHmac('sha256', secret).update(parts.join('\n')).digest('base64url')
  const lockKey = (account: string) => keyOf('lock', account.trim().toLowerCase())
  const seconds = (at: number) => Math.max(1, Math.ceil((at - clock.now()) / 1000))

  async function lend(sessionId: string): Promise<number | undefined> {
    try {
      const taken = await buckets.take(keyOf('session', sessionId), sessionRule, SESSION_LEASE)
      if (!taken.ok) return seconds(taken.retryAt)
      const until = clock.now() + sessionRule.burst * sessionRule.everyMs
      leases.set(sessionId, { left: SESSION_LEASE, until })
      return undefined
    } finally {
      leasing.delete(sessionId)
    }
  }

  return {
    /** Takes one use of a limit, for the account and for the address, or neither. */
    async take(kind: Kind, { account, address }: Who): Promise<Pass> {
      const { account: byAccount, address: byAddress } = rules[kind]
      const mine = account === undefined ? undefined : keyOf(kind, 'account', account.trim().toLowerCase())
      const taken = mine === undefined ? undefined : await buckets.take(mine, byAccount)
      if (taken?.ok === false) return { ok: false, retryAfterS: seconds(taken.retryAt), by: 'account' }
      const back = async () => mine !== undefined && (await buckets.giveBack(mine, byAccount))
      const theirs = keyOf(kind, 'address', network(address))
      const also = await buckets.take(theirs, byAddress)
      if (also.ok) {
        return {
          ok: true,
          giveBack: async (only) => {
            await back()
            if (only !== 'account') await buckets.giveBack(theirs, byAddress)
          },
        }
      }
      await back()
      return { ok: false, retryAfterS: seconds(also.retryAt), by: 'address' }
    },

    /** One request of a session, whatever it asks for; how long to wait where there were too many. */
    async ofSession(sessionId: string): Promise<number | undefined> {
      for (;;) {
        const lease = leases.get(sessionId)
        if (lease && lease.left > 0 && lease.until > clock.now()) {
          lease.left -= 1
          return undefined
        }
        // A page asks for many things at once: they share the next lease, or each would use up a hundred.
        const under = leasing.get(sessionId) ?? lend(sessionId)
        leasing.set(sessionId, under)
        const wait = await under
        if (wait !== undefined) return wait
      }
    },

    /** The upstream says that this sign-in is locked: nobody needs to ask it again before it opens. */
    locked: (account: string) => buckets.lock(lockKey(account), clock.now() + LOCK_MS),
    /** In how many seconds a lock opens, where there is one. */
    async lockedFor(account: string): Promise<number | undefined> {
      const until = await buckets.lockedUntil(lockKey(account))
      return until === undefined ? undefined : seconds(until)
    },
    /** The way in was opened by other means than the password: a new one, or another user. */
    unlocked: (account: string) => buckets.unlock(lockKey(account)),

    async prune(): Promise<void> {
      for (const [id, { until }] of leases) if (until <= clock.now()) leases.delete(id)
      await buckets.prune()
    },
  }
}

/** Whoever has one address of IPv6 has the whole /64 of them. */
function network(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  const groups = [...left, ...(tail === undefined ? [] : zeros), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
