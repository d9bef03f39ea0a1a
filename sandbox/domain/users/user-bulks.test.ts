import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { createBulkRunner } from '../../effects/bulk-runner'
import { type Bank, openBank } from '../../testing/bank'
import type { BulkItem, BulkPath } from '../bulks/operations'
import { getBulk, listBulkOperations } from '../bulks/read-bulks'
import { executeBulk } from '../bulks/steer-bulk'
import { submitBulk } from '../bulks/submit-bulk'
import { listUsers } from './read-users'

onEachEngine('bulks of users', (open) => {
  let bank: Bank
  beforeAll(async () => {
    bank = await openBank(await open())
  })
  afterAll(() => bank.close())

  async function run(path: BulkPath, items: readonly BulkItem[]) {
    const submitted = await bank.run((ctx) => submitBulk(ctx, path, items))
    const id = submitted.ok ? submitted.value.bulkId : ''
    await bank.run((ctx) => executeBulk(ctx, id, {}))
    const runner = createBulkRunner(bank.sandbox)
    runner.start()
    await runner.settled()
    await runner.stop()
    const detail = await bank.run((ctx) => getBulk(ctx, id))
    const counts = detail.ok ? detail.value.operationStatusCounts : []
    const operations = await bank.run((ctx) => listBulkOperations(ctx, { params: { bulk_id: id }, query: {} }))
    return {
      counts: Object.fromEntries(counts.map(({ status, count }) => [status, count])),
      rows: operations.ok ? operations.value.operations : [],
    }
  }
  const row = (email: string) => ({ pathParams: {}, requestBody: { name: 'Ada', surname: 'Byron', email } })
  const answer = (response: string | undefined): unknown => JSON.parse(response ?? '{}')

  it('adds users, and refuses an address that is taken, by another row of the same bulk too', async () => {
    const { counts, rows } = await run('/users', [
      row('one@bulk.test'),
      row('ONE@bulk.test'),
      row('root@example.test'),
      row('two@disposable.example'),
      row('two@bulk.test'),
    ])
    expect(counts).toEqual({ COMPLETED: 2, FAILED: 3 })
    expect(rows.map(({ method, path }) => `${method} ${path}`)).toEqual(Array(5).fill('POST /users'))
    expect(rows.map(({ responsePayload }) => answer(responsePayload))).toEqual([
      expect.objectContaining({ email: 'one@bulk.test', active: true }),
      { errorCode: 'EMAIL_NOT_UNIQUE' },
      { errorCode: 'EMAIL_NOT_UNIQUE' },
      { errorCode: 'EMAIL_DOMAIN_NOT_ALLOWED' },
      expect.objectContaining({ email: 'two@bulk.test' }),
    ])
    expect(await run('/users', [row('two@bulk.test')])).toMatchObject({ counts: { FAILED: 1 } })
  })

  it('invites users, row by row', async () => {
    const listed = await bank.run((ctx) => listUsers(ctx, {}))
    const ids = listed.ok ? listed.value.users.map(({ id }) => id) : []
    const { counts, rows } = await run(
      '/users/_user_id_/invite',
      [...ids, '404'].map((_user_id_) => ({ pathParams: { _user_id_ } })),
    )
    expect(counts).toEqual({ COMPLETED: ids.length, FAILED: 1 })
    expect(rows.map(({ path }) => path)).toEqual([...ids, '404'].map((id) => `/users/${id}/invite`))
    expect(rows.map(({ requestPayload }) => requestPayload)).toEqual(rows.map(() => undefined))
    expect(answer(rows.at(-1)?.responsePayload)).toMatchObject({ code: 'NOT_FOUND' })
    const invited = await bank.store.db
      .selectFrom('sandbox_credential')
      .select('id')
      .where('invited_until', 'is not', null)
      .execute()
    expect(invited.map(({ id }) => id).sort()).toEqual([...ids].sort())
  })

  it('takes 10,000 rows in one go, and invites a thousand of them', { timeout: 60_000 }, async () => {
    const count = 10_000
    const many = await run(
      '/users',
      Array.from({ length: count }, (_, n) => row(`many-${n}@bulk.test`)),
    )
    expect(many.counts).toEqual({ COMPLETED: count })
    const listed = bank.store.db.selectFrom('sandbox_credential').select('id').where('email', 'like', 'many-%')
    const ids = (await listed.execute()).map(({ id }) => id)
    expect(ids).toHaveLength(count)
    const some = ids.slice(0, 1000).map((_user_id_) => ({ pathParams: { _user_id_ } }))
    expect((await run('/users/_user_id_/invite', some)).counts).toEqual({ COMPLETED: 1000 })
  })
})
