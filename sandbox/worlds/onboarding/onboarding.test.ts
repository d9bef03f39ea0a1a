import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { listAllIdentities } from '../../domain/identities/list-all-identities'
import { checkBooks } from '../../domain/ledger/check-books'
import { assemble } from '../../sandbox'
import { freshStore } from '../../testing/front-door'
import { accountKeys } from '../consumer/plan'
import { buildWorld, holdsNothing, type WorldName } from '../registry'
import { journeys } from './journeys'

onEachEngine('worlds of identities', (openStore) => {
  const fresh = freshStore(openStore)
  async function built(name: WorldName) {
    const store = await fresh()
    const secret = randomBytes(32)
    const sandbox = assemble({ store, secret, apiKey: 'k', uiKey: 'u', secureOrigin: 'http://localhost:1' })
    const started = performance.now()
    const signIns = await buildWorld(sandbox, name)
    return { store, sandbox, signIns, ms: performance.now() - started }
  }

  test('onboarding has an identity at every step, and a sign-in for each that has a password', async () => {
    const { sandbox, signIns, ms } = await built('onboarding')
    const all = await sandbox.run(listAllIdentities)
    expect(all).toHaveLength(journeys.length)
    const stands = (type: string) =>
      all
        .filter((one) => one.type === type)
        .map((one) => [one.status, one.ongoingStatus, one.details.length > 0, one.active, one.kycLevel].join(' '))
    expect(stands('CORPORATE')).toEqual([
      'NOT_STARTED NOT_STARTED false true ',
      'NOT_STARTED NOT_STARTED false true ',
      'NOT_STARTED NOT_STARTED false true ',
      'INITIATED INITIATED false true ',
      'PENDING_REVIEW PENDING_REVIEW false true ',
      'INITIATED INITIATED true true ',
      'APPROVED APPROVED false true ',
      'REJECTED REJECTED true true ',
      'APPROVED INITIATED true true ',
      'APPROVED PENDING_REVIEW false true ',
      'NOT_STARTED NOT_STARTED false true ',
      'APPROVED APPROVED false false ',
    ])
    expect(stands('CONSUMER')).toEqual([
      'NOT_STARTED NOT_STARTED false true ',
      'NOT_STARTED NOT_STARTED false true ',
      'NOT_STARTED NOT_STARTED false true ',
      'INITIATED INITIATED false true ',
      'PENDING_REVIEW PENDING_REVIEW false true ',
      'INITIATED INITIATED true true ',
      'APPROVED APPROVED false true KYC_LEVEL_2',
      'APPROVED APPROVED false true KYC_LEVEL_1',
      'REJECTED REJECTED true true ',
      'APPROVED INITIATED true true KYC_LEVEL_2',
      'APPROVED PENDING_REVIEW false true KYC_LEVEL_2',
      'APPROVED APPROVED false false KYC_LEVEL_2',
    ])
    expect(all.find((one) => one.name.startsWith('Kapok'))?.managedOnboarding).toBe(true)
    const logins = await sandbox.store.db.selectFrom('sandbox_credential').select(['email', 'password_hash']).execute()
    const able = logins.filter((login) => login.password_hash !== null).map((login) => login.email)
    expect(signIns.map((signIn) => signIn.email).sort()).toEqual(able.sort())
    expect(ms).toBeLessThan(3_000)
  })

  test('the consumer has accounts with history, and books in order', async () => {
    const { store, sandbox, signIns, ms } = await built('consumer')
    expect(signIns).toHaveLength(1)
    expect(await sandbox.run(listAllIdentities)).toMatchObject([
      { type: 'CONSUMER', name: 'Clara Stone', status: 'APPROVED', ongoingStatus: 'APPROVED', kycLevel: 'KYC_LEVEL_2' },
    ])
    const accounts = await store.db
      .selectFrom('sandbox_instrument')
      .selectAll()
      .where('identity_id', '<>', 'system')
      .execute()
    expect(accounts).toHaveLength(accountKeys.length)
    for (const account of accounts) {
      expect(account.iban_state).toBe('ALLOCATED')
      expect(account.available_balance).toBeGreaterThan(0)
    }
    const entries = await store.db.selectFrom('sandbox_ledger_entry').selectAll().orderBy('id').execute()
    expect(new Set(entries.map((entry) => entry.transaction_type))).toEqual(
      new Set(['DEPOSIT', 'TRANSFER', 'CHARGE_FEE']),
    )
    expect(entries.every((entry) => entry.created_at < sandbox.clock.now())).toBe(true)
    expect((await checkBooks(store.db)).flatMap((rule) => rule.violations)).toEqual([])
    expect(ms).toBeLessThan(3_000)
  })

  test('a world that was built stays built, also when nobody is in it', async () => {
    const store = await fresh()
    expect(await holdsNothing(store)).toBe(true)
    const { sandbox } = await built('empty')
    expect(await sandbox.run(listAllIdentities)).toEqual([])
    expect(await holdsNothing(sandbox.store)).toBe(false)
  })
})
