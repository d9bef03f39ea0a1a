import { beforeAll, expect, test } from 'vitest'
import type { LiveEvent } from '../../contract/live'
import { createClock } from '../../sandbox/effects/clock'
import { onEachEngine } from '../../test/postgres/engines'
import { createEventLog, type EventLog } from './event-log'

onEachEngine('the event log', (open) => {
  const clock = createClock()
  let log: EventLog
  beforeAll(async () => {
    log = createEventLog(await open(), clock)
  })
  const change = (id: string): LiveEvent => ({ type: 'changed', section: 'transfers', operation: 'transferCreate', id })

  test('an empty log has nothing to replay, and knows no number', async () => {
    expect(await log.newest()).toBe(0)
    expect(await log.since('1', 0)).toEqual([])
    expect(await log.since('1', 7)).toBeUndefined()
  })

  test('numbers grow over all identities, and each hears its own only', async () => {
    const first = await log.append('1', change('10'))
    await log.append('2', change('20'))
    const third = await log.append('1', change('11'))
    expect(third).toBe(first + 2)
    expect(await log.since('1', first)).toEqual([{ id: third, event: change('11') }])
    expect(await log.since('2', 0)).toHaveLength(1)
    expect(await log.since('1', third)).toEqual([])
  })

  test('many at once get numbers of their own', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => log.append('3', change(String(n)))))
    expect(new Set(ids).size).toBe(20)
  })

  test('a number from before the kept ones, or from the future, is unknown', async () => {
    const old = await log.newest()
    clock.advance(16 * 60_000)
    const kept = await log.append('1', change('12'))
    await log.prune()
    expect(await log.since('1', old)).toEqual([{ id: kept, event: change('12') }])
    expect(await log.since('1', old - 1)).toBeUndefined()
    expect(await log.since('1', kept + 1)).toBeUndefined()
  })

  test('pruning keeps the newest, so that numbers never begin again', async () => {
    clock.advance(60 * 60_000)
    const last = await log.newest()
    await log.prune()
    expect(await log.append('1', change('13'))).toBe(last + 1)
  })
})
