import { expect, test } from 'vitest'
import type { LiveEvent } from '../../contract/live'
import { createClock } from '../../sandbox/effects/clock'
import { openStore } from '../../storage/open'
import { createEventLog } from './event-log'
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
