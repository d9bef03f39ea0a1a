import { expect, test } from 'vitest'
import { BulkProcessStatus } from '#contract/bulks'
import { webhooks } from '#contract/events'
import { BulkProgressStatus, bulkProcessEnd } from '#contract/events/bulks'

test('every webhook has an id and a path of its own', () => {
  expect(new Set(webhooks.map(({ id }) => id)).size).toBe(webhooks.length)
  expect(new Set(webhooks.map(({ path }) => path)).size).toBe(webhooks.length)
})

test('a bulk reports every state but the one in which it has not begun', () => {
  const started = BulkProcessStatus.options.filter((status) => status !== 'SUBMITTED')
  expect([...BulkProgressStatus.options].sort()).toEqual([...started].sort())
})

test('the bulk event counts in numbers', () => {
  const event = {
    bulkId: '9',
    status: 'COMPLETED',
    submittedItemsCount: 3,
    operationStatusCounts: [{ status: 'COMPLETED', count: 3 }],
  }
  expect(bulkProcessEnd.payload.parse(event)).toEqual(event)
  expect(bulkProcessEnd.payload.safeParse({ ...event, submittedItemsCount: '3' }).success).toBe(false)
})
