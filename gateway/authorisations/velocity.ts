import { sql } from 'kysely'
import type { Store } from '../../storage/open'
import type { Asked } from './asked'
import type { Facts } from './conditions'

const MINUTE = 60_000

/** Without rules that ask for it. */
export const noFacts: Facts = () => ({ requests: 1, amount: 0 })

/** Counts what the same card (or account) was asked for before, in every window at once. */
export async function velocityOf(
  { db }: Pick<Store, 'db'>,
  identityId: string,
  asked: Asked,
  windows: readonly number[],
): Promise<Facts> {
  if (windows.length === 0) return noFacts
  const longest = Math.max(...windows)
  const columns = windows.flatMap((minutes, index) => {
    const since = asked.at - minutes * MINUTE
    const counts = sql`at > ${since}`
    const pays = sql`at > ${since} and state <> 'DECLINED' and credit = 0 and currency = ${asked.currency}`
    return [
      sql<number>`coalesce(sum(case when ${counts} then 1 else 0 end), 0)`.as(`requests${index}`),
      sql<number>`coalesce(sum(case when ${pays} then amount else 0 end), 0)`.as(`amount${index}`),
    ]
  })
  const sums: Record<string, number> = await db
    .selectFrom('gateway_authorisation')
    .select(columns)
    .where('instrument_id', '=', asked.instrumentId)
    .where('identity_id', '=', identityId)
    .where('kind', '=', asked.kind)
    .where('at', '>', asked.at - longest * MINUTE)
    .executeTakeFirstOrThrow()
  const found = new Map(
    windows.map((minutes, index) => [
      minutes,
      { requests: Number(sums[`requests${index}`]) + 1, amount: Number(sums[`amount${index}`]) + paid(asked) },
    ]),
  )
  return (minutes) => found.get(minutes) ?? noFacts(minutes)
}

const paid = ({ credit, amount }: Pick<Asked, 'credit' | 'amount'>) => (credit ? 0 : amount)

/** A request of the past, in the order in which they came. */
export type Past = Asked & { declined: boolean }

/**
 * The same over requests of the past, for a rehearsal: what was asked before each, and what of it was declined then. The
 * decisions that a rehearsal makes do not count, since nobody acted on them.
 */
export function velocityInPast(past: readonly Past[]): (asked: Past) => Facts {
  const ofInstrument = new Map<string, Past[]>()
  const place = new Map<Past, number>()
  for (const one of past) {
    const key = `${one.kind} ${one.instrumentId}`
    const those = ofInstrument.get(key) ?? []
    place.set(one, those.push(one) - 1)
    ofInstrument.set(key, those)
  }
  return (asked) => {
    const those = ofInstrument.get(`${asked.kind} ${asked.instrumentId}`) ?? []
    const at = place.get(asked) ?? those.length
    return (minutes) => {
      let requests = 1
      let amount = paid(asked)
      for (let index = at - 1; index >= 0; index--) {
        const former = those[index]
        if (!former || former.at <= asked.at - minutes * MINUTE) break
        requests++
        if (!former.declined && former.currency === asked.currency) amount += paid(former)
      }
      return { requests, amount }
    }
  }
}
