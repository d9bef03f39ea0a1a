import { expect, test } from 'vitest'
import type { LiveEvent } from '../../contract/live'
import type { Permission } from '../../contract/permissions'
import { permissions } from '../../contract/permissions'
import { createClock } from '../../sandbox/effects/clock'
import { openStore } from '../../storage/open'
import { createLog } from '../log'
import type { Hearing } from './audience'
import { type Bus, createLocalBus } from './bus'
import { createEventLog, type EventLog } from './event-log'
import { createHub, type Hub, type Subscriber } from './hub'

const change: LiveEvent = { type: 'changed', section: 'transfers', operation: 'transferCreate', id: '1' }
const everything: Hearing = { permissions: new Set(permissions), accounts: 'all', cards: 'all' }
const only = (...names: Permission[]): Hearing => ({ ...everything, permissions: new Set(names) })
const logger = createLog('silent')
const moment = () => new Promise((resolve) => setImmediate(resolve))

type Heard = LiveEvent['type'] | 'closed' | 'away'
function listen(hub: Hub, identityId: string, sessionId: string, access = everything) {
  const heard: Heard[] = []
  const numbers: number[] = []
  const subscriber: Subscriber = {
    identityId,
    sessionId,
    who: { identity: { type: 'CORPORATE', id: identityId }, credentials: { type: 'USER', id: sessionId } },
    access,
    stream: {
      send: (event, id) => {
        heard.push(event.type)
        if (id !== undefined) numbers.push(id)
      },
      beat: () => {},
      close: () => heard.push('closed'),
      sendAway: () => heard.push('away'),
    },
  }
  hub.add(subscriber)
  return { heard, numbers }
}

async function hubs(count: number, accessOf: () => Promise<Hearing> = async () => everything) {
  const store = await openStore(':memory:')
  const log = createEventLog(store, createClock())
  const bus = createLocalBus()
  const made = Array.from({ length: count }, () => createHub({ log, bus, accessOf, logger }))
  for (const hub of made) await hub.start()
  return { made, store, log, bus }
}

test('events reach the tabs that they are for, and no others, at whichever gateway', async () => {
  const { made, store } = await hubs(2)
  const [here, there] = made as [Hub, Hub]
  const tabs = [listen(here, '1', 'a'), listen(there, '1', 'a'), listen(there, '1', 'g'), listen(here, '2', 's')]
  const [ada, adaToo, grace, stranger] = tabs.map(({ heard }) => heard)

  await here.publish('1', change)
  await moment()
  there.toSession('a', { type: 'session.renewed', idleDeadline: 2, now: 1 })
  here.endSession('g', 'SIGNED_OUT')
  here.toSessionHere('a', { type: 'session.expiring', idleDeadline: 2, now: 1 })

  expect(ada).toEqual(['changed', 'session.renewed', 'session.expiring'])
  expect(adaToo).toEqual(['changed', 'session.renewed'])
  expect(grace).toEqual(['changed', 'session.ended', 'closed'])
  expect(stranger).toEqual([])
  await store.close()
})

test('nobody hears of what they may not see, by the event itself or by what its teller asks for', async () => {
  const { made, store } = await hubs(1)
  const [hub] = made as [Hub]
  const cards = listen(hub, '1', 'c', only('cards.view'))
  const payer = listen(hub, '1', 'p', only('transfers.view', 'events.view'))
  const narrow = listen(hub, '1', 'n', { ...everything, accounts: new Set(['7']) })
  const account = (id: string): LiveEvent => ({ type: 'changed', section: 'managed-accounts', operation: 'x', id })
  await hub.publish('1', change)
  await hub.publish('1', change, 'cards.view')
  await hub.publish('1', account('8'))
  await hub.publish('1', account('7'))
  await hub.publish('1', { type: 'access.changed' })
  expect(cards.numbers).toEqual([2, 5])
  expect(payer.numbers).toEqual([1, 5])
  expect(narrow.numbers).toEqual([1, 2, 4, 5])
  await store.close()
})

test('gateways that publish at once: every tab hears every event once, in one order', async () => {
  const { made, store } = await hubs(3)
  const tabs = made.map((hub) => listen(hub, '1', 'a'))
  await Promise.all(Array.from({ length: 150 }, (_, n) => (made[n % 3] as Hub).publish('1', change)))
  await moment()
  for (const { numbers } of tabs) expect(numbers).toEqual(Array.from({ length: 150 }, (_, n) => n + 1))
  await store.close()
})

test('what the bus kept to itself is found when it is mended, and with a heartbeat', async () => {
  const store = await openStore(':memory:')
  const log = createEventLog(store, createClock())
  const gaps: (() => void)[] = []
  const onGap: Bus['onGap'] = (listen) => {
    gaps.push(listen)
    return () => {}
  }
  const deaf: Bus = { ...createLocalBus(), tell: async () => {}, onGap }
  const here = createHub({ log, bus: deaf, accessOf: async () => everything, logger })
  const there = createHub({ log, bus: deaf, accessOf: async () => everything, logger })
  const tab = listen(there, '1', 'a')
  await here.publish('1', change)
  await moment()
  expect(tab.numbers).toEqual([])
  for (const gap of gaps) gap()
  await moment()
  expect(tab.numbers).toEqual([1])
  await here.publish('1', change)
  there.beat()
  await moment()
  expect(tab.numbers).toEqual([1, 2])
  await store.close()
})

test('when what somebody may do changes, the next event is already judged by it', async () => {
  let access = everything
  const { made, store, bus } = await hubs(2, async () => {
    await moment()
    return access
  })
  const [here, there] = made as [Hub, Hub]
  const tab = listen(there, '1', 'a')
  await here.publish('1', change)
  await moment()
  access = only('cards.view')
  await bus.tell('access', '1')
  await here.publish('1', change)
  await here.publish('1', { type: 'access.changed' })
  while (tab.numbers.at(-1) !== 3) await moment()
  expect(tab.numbers).toEqual([1, 3])
  await store.close()
})

test('a tab whose access cannot be read is hung up on', async () => {
  const { made, store, bus } = await hubs(1, () => Promise.reject(new Error('the database is away')))
  const tab = listen(made[0] as Hub, '1', 'a')
  await bus.tell('access', '*')
  await moment()
  expect(tab.heard).toEqual(['closed'])
  await store.close()
})

test('another world, whose numbers begin again, is heard from the beginning', async () => {
  const { made, store } = await hubs(2)
  const [here, there] = made as [Hub, Hub]
  for (let n = 0; n < 5; n++) await here.publish('1', change)
  await store.db.deleteFrom('gateway_live_event').execute()
  const tabs = [listen(here, '1', 'a'), listen(there, '1', 'a')]
  await here.publish('1', change)
  there.beat()
  await moment()
  await moment()
  expect(tabs.map(({ numbers }) => numbers)).toEqual([[1], [1]])
  await store.close()
})

test('a gateway that leaves sends its tabs away, and who comes all the same', async () => {
  const { made, store } = await hubs(1)
  const [hub] = made as [Hub]
  const early = listen(hub, '1', 'a')
  hub.sendAllAway()
  const late = listen(hub, '1', 'b')
  expect([early.heard, late.heard]).toEqual([['away'], ['away']])
  await store.close()
})

test('numbers reach a tab in their order, and a store that fails for a while holds up nobody after that', async () => {
  const asked: { resolve: (first: number) => void; reject: (error: Error) => void; count: number }[] = []
  const log: Pick<EventLog, 'append' | 'after' | 'newest'> = {
    append: (entries) => new Promise((resolve, reject) => asked.push({ resolve, reject, count: entries.length })),
    after: async (last) => ({ entries: [], upTo: last, more: false }),
    newest: async () => 0,
  }
  const hub = createHub({ log, bus: createLocalBus(), accessOf: async () => everything, logger })
  const { numbers } = listen(hub, '1', 'a')
  const told = Promise.allSettled([1, 2, 3, 4].map(() => hub.publish('1', change)))
  await moment()
  expect(asked).toHaveLength(1)
  asked[0]?.reject(new Error('the database is away'))
  await moment()
  expect(asked[1]?.count).toBe(3)
  asked[1]?.resolve(1)
  expect((await told).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect(numbers).toEqual([1, 2, 3])
})
