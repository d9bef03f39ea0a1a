import { afterEach, beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { DueFault } from '../domain/due/run-due'
import type { Log } from '../log'
import { assemble } from '../sandbox'
import { freshStore } from '../testing/front-door'
import { createScheduler, type Scheduler } from './scheduler'

onEachEngine('the scheduler', (openStore) => {
  const fresh = freshStore(openStore)
  const complaints: unknown[] = []
  const log: Log = { info: () => {}, warn: () => {}, error: (fields) => void complaints.push(fields.error) }
  let sandbox: ReturnType<typeof assemble>
  let scheduler: Scheduler
  beforeEach(async () => {
    complaints.length = 0
    const keys = { apiKey: 'key', uiKey: 'ui', secret: Buffer.alloc(32, 1), secureOrigin: 'http://localhost:1' }
    sandbox = assemble({ ...keys, store: await fresh(), log })
    scheduler = createScheduler(sandbox)
  })
  afterEach(() => scheduler.stop())

  const due = (id: string, kind: string) => {
    const row = { id, kind, subject: '404', due_at: sandbox.clock.now() - 1000 }
    return sandbox.store.db.insertInto('sandbox_due').values(row).execute()
  }
  const waiting = async () => (await sandbox.store.db.selectFrom('sandbox_due').select('id').execute()).map((r) => r.id)

  test('what fails waits for another second and holds up nobody', async () => {
    await due('1', 'nobody-knows')
    await due('2', 'deposit-undecided')
    scheduler.start()
    await scheduler.settled()
    expect([await waiting(), complaints.length]).toEqual([['1'], 1])
    sandbox.clock.advance(1000)
    await scheduler.settled()
    expect([await waiting(), complaints.length]).toEqual([['1'], 2])
  })

  test('two processes do each thing once', async () => {
    for (let n = 0; n < 20; n++) await due(String(n), 'deposit-undecided')
    const other = createScheduler(sandbox)
    scheduler.start()
    other.start()
    await Promise.all([scheduler.settled(), other.settled()])
    await other.stop()
    expect([await waiting(), complaints]).toEqual([[], []])
  })

  test('whose transaction the database asks to run again does so at once, without a complaint', async () => {
    const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01' })
    let runs = 0
    const work = async () => {
      runs += 1
      if (runs < 3) throw new DueFault('1', deadlock)
      return 'done'
    }
    expect([await sandbox.run(work), runs]).toEqual(['done', 3])
  })
})
