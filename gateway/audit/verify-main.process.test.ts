import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createClock } from '../../sandbox/effects/clock'
import { openStore } from '../../storage/open'
import { createLog } from '../log'
import { createAudit } from './audit'
import { unlock } from './testing/tamper'

const dir = mkdtempSync(join(tmpdir(), 'audit-'))
const key = Buffer.alloc(32, 7)
const url = join(dir, 'multi-console.db')
afterAll(() => rmSync(dir, { recursive: true }))

function verify(env: Record<string, string> = {}) {
  const ran = spawnSync(process.execPath, ['--import', 'tsx', 'gateway/audit/verify-main.ts'], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dir, ...env },
  })
  return { status: ran.status, said: `${ran.stdout}${ran.stderr}` }
}

test('npm run audit:verify says how many lines hold, and where they do not', { timeout: 60_000 }, async () => {
  expect(verify()).toMatchObject({ status: 1, said: expect.stringContaining('no database') })
  const store = await openStore(url)
  const audit = createAudit({ store, clock: createClock(), key, log: createLog('silent') })
  const deed = { identity: { type: 'CORPORATE', id: '110' }, operation: 'a', section: 's', address: 'x' } as const
  for (let n = 0; n < 3; n++) await audit.note(deed, { outcome: 'DONE', status: 200 })
  await store.close()
  expect(verify()).toMatchObject({ status: 1, said: expect.stringContaining('neither AUDIT_KEY nor') })
  writeFileSync(join(dir, 'audit.key'), key.toString('base64'))
  expect(verify()).toMatchObject({ status: 0, said: expect.stringContaining('The record holds: 4 lines checked.') })
  expect(verify({ AUDIT_KEY: Buffer.alloc(32, 8).toString('base64') }).status).toBe(1)

  const again = await openStore(url)
  await unlock(again)
  await again.db
    .updateTable('gateway_audit_line')
    .set({ status: 500 })
    .where('chain', '=', '110')
    .where('seq', '=', 2)
    .execute()
  await again.close()
  const { status, said } = verify()
  expect(status).toBe(1)
  expect(said).toMatch(/^110 +BROKEN {2}line 2 was changed/m)
  expect(said).toMatch(/^system +holds +1 lines/m)
  expect(said).toContain('1 of 2 chains are broken.')
})
