import { expect } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { visitEach } from '../testing/scenarios'
import { bulkScenarios } from './bulks'

onEachEngine('scenarios of bulks', (open) =>
  visitEach(open, bulkScenarios, {
    'bulk-with-312-failures': async ({ get, ids }) => {
      expect(await get(`/bulks/${ids.bulk}`)).toMatchObject({
        status: 'PARTIALLY_COMPLETED',
        operationStatusCounts: [
          { status: 'COMPLETED', count: 688 },
          { status: 'FAILED', count: 312 },
        ],
      })
      const failed = { operations: [{ responsePayload: '{"errorCode":"FUNDS_INSUFFICIENT"}' }], count: 312 }
      expect(await get(`/bulks/${ids.bulk}/operations?status=FAILED&limit=1`)).toMatchObject(failed)
    },
    'bulk-paused-half-way': async ({ get, call, ids }) => {
      expect(await get(`/bulks/${ids.bulk}`)).toMatchObject({
        status: 'PAUSED',
        operationStatusCounts: [
          { status: 'SUBMITTED', count: 200 },
          { status: 'COMPLETED', count: 200 },
        ],
      })
      expect((await call('POST', `/bulks/${ids.bulk}/resume`)).status).toBe(204)
      expect((await call('POST', `/bulks/${ids.bulk}/cancel`)).status).toBe(204)
    },
  }),
)
