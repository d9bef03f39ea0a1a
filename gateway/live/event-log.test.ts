import { beforeAll, expect, test } from 'vitest'
import type { LiveEvent } from '../../contract/live'
import { createClock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import { onEachEngine } from '../../test/postgres/engines'
import { createEventLog, type EventLog } from './event-log'

onEachEngine('the event log', (open) => {
  const clock = createClock()
  let store: Store
  let log: EventLog
  beforeAll(async () => {
    store = await open()
    log = createEventLog(store, clock)
  })
  const append = (identityId: string, event: LiveEvent) => log.append([{ identityId, event, needs: [] }])
  const change = (id: string): LiveEvent => ({ type: 'changed', section: 'transfers', operation: 'transferCreate', id })

  test('an empty log has nothing to replay, and knows no number', async () => {
    expect(await log.newest()).toBe(0)
    expect(await log.since('1', 0)).toEqual([])
    expect(await log.since('1', 7)).toBeUndefined()
  })

  test('numbers grow over all identities, and each hears its own only', async () => {
    const first = await append('1', change('10'))
    await append('2', change('20'))
    const third = await append('1', change('11'))
    expect(third).toBe(first + 2)
    expect(await log.since('1', first)).toEqual([{ id: third, identityId: '1', event: change('11'), needs: [] }])
    expect(await log.since('2', 0)).toHaveLength(1)
    expect(await log.since('1', third)).toEqual([])
  })

  test('many at once get numbers of their own', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => append('3', change(String(n)))))
    expect(new Set(ids).size).toBe(20)
  })

  test('many stored together get numbers in their order, all of them or none', async () => {
    const before = await log.newest()
    const entries = ['1', '2', '1'].map((identityId, n) => ({
      identityId,
      event: change(String(50 + n)),
      needs: n === 0 ? ['transfers.view', 'bulks.view'] : [],
    }))
    expect(await log.append(entries)).toBe(before + 1)
    const read = await log.after(before, 2)
    expect(read).toEqual({
      entries: entries.slice(0, 2).map((entry, n) => ({ ...entry, id: before + 1 + n })),
      upTo: before + 2,
      more: true,
    })
    expect(await log.after(before + 3, 2)).toEqual({ entries: [], upTo: before + 3, more: false })
  })

  test('two processes at once: nobody who reads after a number ever misses a smaller one', async () => {
    const other = createEventLog(store, clock)
    const from = await log.newest()
    const seen: number[] = []
    let writing = true
    const reader = (async () => {
      let last = from
      while (writing || last < (await log.newest())) {
        const { entries, upTo } = await log.after(last, 100)
        seen.push(...entries.map(({ id }) => id))
        last = upTo
      }
    })()
    const write = async (into: EventLog) => {
      for (let n = 0; n < 50; n++) await into.append([{ identityId: '4', event: change(String(n)), needs: [] }])
    }
    await Promise.all([write(log), write(log), write(other), write(other)])
    writing = false
    await reader
    expect(seen).toEqual(Array.from({ length: 200 }, (_, n) => from + 1 + n))
  })

  test('what a newer gateway has written and this one does not know is left out', async () => {
    const id = (await log.newest()) + 1
    const payload = JSON.stringify({ type: 'not.known.yet' })
    await store.db
      .insertInto('gateway_live_event')
      .values({ id, identity_id: '1', payload, created_at: clock.now() })
      .execute()
    expect(await log.after(id - 1, 10)).toEqual({ entries: [], upTo: id, more: false })
    expect(await log.since('1', id - 1)).toEqual([])
  })

  test('a number from before the kept ones, or from the future, is unknown', async () => {
    const old = await log.newest()
    clock.advance(16 * 60_000)
    const kept = await append('1', change('12'))
    await log.prune()
    expect(await log.since('1', old)).toEqual([expect.objectContaining({ id: kept, event: change('12') })])
    expect(await log.since('1', old - 1)).toBeUndefined()
    expect(await log.since('1', kept + 1)).toBeUndefined()
  })

  test('pruning keeps the newest, so that numbers never begin again', async () => {
    clock.advance(60 * 60_000)
    const last = await log.newest()
    await log.prune()
    expect(await append('1', change('13'))).toBe(last + 1)
  })
})
