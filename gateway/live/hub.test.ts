import { expect, test } from 'vitest'
import type { LiveEvent } from '../../contract/live'
import { createClock } from '../../sandbox/effects/clock'
import { openStore } from '../../storage/open'
import { createEventLog, type EventLog } from './event-log'
import { createHub, type Subscriber } from './hub'

const change: LiveEvent = { type: 'changed', section: 'transfers', operation: 'transferCreate', id: '1' }

test('events reach the tabs that they are for, and no others', async () => {
  const store = await openStore(':memory:')
  const hub = createHub(createEventLog(store, createClock()))
  const listen = (identityId: string, sessionId: string) => {
    const heard: (LiveEvent['type'] | 'closed')[] = []
    const subscriber: Subscriber = {
      identityId,
      sessionId,
      stream: { send: (event) => heard.push(event.type), beat: () => {}, close: () => heard.push('closed') },
    }
    hub.add(subscriber)
    return heard
  }
  const [ada, adaToo, grace, stranger] = [listen('1', 'a'), listen('1', 'a'), listen('1', 'g'), listen('2', 's')]

  await hub.publish('1', change)
  hub.toSession('a', { type: 'session.renewed', idleDeadline: 2, now: 1 })
  hub.endSession('g', 'SIGNED_OUT')

  expect(ada).toEqual(['changed', 'session.renewed'])
  expect(adaToo).toEqual(ada)
  expect(grace).toEqual(['changed', 'session.ended', 'closed'])
  expect(stranger).toEqual([])
  await store.close()
})

test('numbers reach a tab in their order, however the database answers, and one that fails holds up nobody', async () => {
  const asked: { resolve: (id: number) => void; reject: (error: Error) => void }[] = []
  const log: Pick<EventLog, 'append'> = {
    append: () => new Promise((resolve, reject) => asked.push({ resolve, reject })),
  }
  const hub = createHub(log)
  const heard: (number | undefined)[] = []
  const stream = { send: (_: LiveEvent, id?: number) => heard.push(id), beat: () => {}, close: () => {} }
  hub.add({ identityId: '1', sessionId: 'a', stream })
  const told = Promise.allSettled([1, 2, 3].map(() => hub.publish('1', change)))
  const moment = () => new Promise((resolve) => setImmediate(resolve))
  await moment()
  asked[2]?.resolve(3)
  asked[1]?.reject(new Error('the database is away'))
  asked[0]?.resolve(1)
  await moment()
  asked[1]?.reject(new Error('the database is away'))
  await moment()
  asked[2]?.resolve(3)
  expect((await told).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(heard).toEqual([1, 3])
})
