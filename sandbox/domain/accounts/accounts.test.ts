import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { type Bank, newActor, openBank } from '../../testing/bank'
import { nextDue, runDue } from '../due/run-due'
import { createTransfer } from '../transfers/create-transfer'
import { blockAccount } from './block-account'
import { createAccount } from './create-account'
import { getAccount } from './get-account'
import { ALLOCATION_MS, getIban, requestIban } from './iban'
import { listAccounts } from './list-accounts'
import { removeAccount } from './remove-account'
import { unblockAccount } from './unblock-account'
import { updateAccount } from './update-account'

const order = { profileId: '2001', friendlyName: 'Main', currency: 'EUR' }
const refused = (refusal: string) => ({ ok: false, refusal })
const nothing = { ok: true, value: undefined }

onEachEngine('accounts', (open) => {
  let bank: Bank
  const clock = createClock()
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
  })
  afterAll(() => bank.close())

  const mark = (id: string, columns: { state?: 'NOT_ENABLED' | 'BLOCKED'; blocked_reason?: string }) =>
    bank.store.db.updateTable('sandbox_instrument').set(columns).where('id', '=', id).execute()

  it('opens an empty account in a currency of the profile', async () => {
    const created = await bank.run((ctx) => createAccount(ctx, { ...order, tag: 'ops', lowBalanceThreshold: 500 }))
    expect(created).toMatchObject({
      ok: true,
      value: {
        friendlyName: 'Main',
        currency: 'EUR',
        tag: 'ops',
        lowBalanceThreshold: 500,
        balances: { availableBalance: 0, actualBalance: 0 },
        state: { state: 'ACTIVE' },
      },
    })
    const id = created.ok ? created.value.id : ''
    expect(await bank.run((ctx) => getAccount(ctx, id))).toEqual(created)
    expect(await bank.run((ctx) => getAccount({ ...ctx, actor: newActor() }, id))).toEqual(refused('NOT_FOUND'))
  })

  it('refuses an unknown profile, a currency outside it, and an owner who is not verified', async () => {
    expect(await bank.run((ctx) => createAccount(ctx, { ...order, profileId: '1' }))).toEqual(
      refused('PROFILE_NOT_FOUND'),
    )
    expect(await bank.run((ctx) => createAccount(ctx, { ...order, currency: 'JPY' }))).toEqual(
      refused('CURRENCY_NOT_SUPPORTED_BY_PROFILE'),
    )
    const pending = await openBank(await open(), { kyb: 'PENDING_REVIEW' })
    expect(await pending.run((ctx) => createAccount(ctx, order))).toEqual(refused('OWNER_IDENTITY_NOT_VERIFIED'))
    await pending.close()
  })

  it('lists newest first, by every filter, page by page', async () => {
    const own = await openBank(await open(), { clock })
    const ids: string[] = []
    for (const [index, currency] of ['EUR', 'GBP', 'USD', 'EUR'].entries()) {
      const tag = index === 0 ? 'first' : 'other'
      const created = await own.run((ctx) =>
        createAccount(ctx, { ...order, friendlyName: `No ${index}`, currency, tag }),
      )
      if (created.ok) ids.push(created.value.id)
      clock.advance(1000)
    }
    const [first = '', second = '', third = '', fourth = ''] = ids
    await own.run((ctx) => blockAccount(ctx, second))
    await own.run((ctx) => removeAccount(ctx, third))
    const list = async (query: Parameters<typeof listAccounts>[1]) => {
      const page = await own.run((ctx) => listAccounts(ctx, query))
      return page.ok ? page.value.accounts.map((account) => account.id) : []
    }
    expect(await list({})).toEqual([fourth, third, second, first])
    expect(await list({ offset: 1, limit: 2 })).toEqual([third, second])
    expect(await list({ state: 'ACTIVE' })).toEqual([fourth, first])
    expect(await list({ state: ['BLOCKED', 'DESTROYED'] })).toEqual([third, second])
    expect(await list({ 'state.blockedReason': 'USER' })).toEqual([second])
    expect(await list({ 'state.destroyedReason': ['USER'] })).toEqual([third])
    expect(await list({ currency: 'GBP' })).toEqual([second])
    expect(await list({ tag: 'first' })).toEqual([first])
    expect(await list({ friendlyName: 'No 3' })).toEqual([fourth])
    expect(await list({ profileId: '9' })).toEqual([])
    const created = await own.run((ctx) => getAccount(ctx, second))
    const at = created.ok ? created.value.creationTimestamp : 0
    expect(await list({ createdFrom: at })).toEqual([fourth, third, second])
    expect(await list({ createdTo: at })).toEqual([second, first])
    const counted = await own.run((ctx) => listAccounts(ctx, { limit: 1, state: 'ACTIVE' }))
    expect(counted).toMatchObject({ value: { count: 2, responseCount: 1 } })
    await own.close()
  })

  it('changes labels and clears the threshold', async () => {
    const id = await bank.account('EUR', 0)
    const change = { friendlyName: 'Renamed', tag: 'new', lowBalanceThreshold: 7 }
    expect(await bank.run((ctx) => updateAccount(ctx, id, change))).toMatchObject({ value: change })
    const cleared = await bank.run((ctx) => updateAccount(ctx, id, { clearLowBalanceThreshold: true }))
    expect(cleared).toMatchObject({ value: { friendlyName: 'Renamed', tag: 'new' } })
    expect(cleared).not.toHaveProperty('value.lowBalanceThreshold')
    expect(await bank.run((ctx) => updateAccount(ctx, '404', change))).toEqual(refused('NOT_FOUND'))
  })

  it('blocks and unblocks on the word of the owner only', async () => {
    const id = await bank.account('EUR', 0)
    expect(await bank.run((ctx) => unblockAccount(ctx, id))).toEqual(refused('INSTRUMENT_NOT_BLOCKED'))
    expect(await bank.run((ctx) => blockAccount(ctx, id))).toEqual(nothing)
    expect(await bank.run((ctx) => blockAccount(ctx, id))).toEqual(refused('INSTRUMENT_ALREADY_BLOCKED'))
    expect(await bank.run((ctx) => getAccount(ctx, id))).toMatchObject({
      value: { state: { state: 'BLOCKED', blockedReason: 'USER' } },
    })
    expect(await bank.run((ctx) => unblockAccount(ctx, id))).toEqual(nothing)
    await mark(id, { state: 'BLOCKED', blocked_reason: 'SYSTEM' })
    expect(await bank.run((ctx) => unblockAccount(ctx, id))).toEqual(refused('INSTRUMENT_INACTIVE'))
    await mark(id, { state: 'NOT_ENABLED' })
    expect(await bank.run((ctx) => blockAccount(ctx, id))).toEqual(refused('INSTRUMENT_INACTIVE'))
    expect(await bank.run((ctx) => blockAccount(ctx, '404'))).toEqual(refused('NOT_FOUND'))
  })

  it('removes an empty account once, and none with money or something pending', async () => {
    const rich = await bank.account('EUR', 1)
    expect(await bank.run((ctx) => removeAccount(ctx, rich))).toEqual(refused('BALANCE_NOT_ZERO'))
    const awaited = await bank.account('EUR', 0)
    const later = String(clock.now() + 60_000)
    await bank.run((ctx) =>
      createTransfer(ctx, {
        profileId: '3001',
        source: { type: 'managed_accounts', id: rich },
        destination: { type: 'managed_accounts', id: awaited },
        destinationAmount: { currency: 'EUR', amount: 1 },
        scheduledTimestamp: later,
      }),
    )
    expect(await bank.run((ctx) => removeAccount(ctx, awaited))).toEqual(refused('INSTRUMENT_HAS_PENDING_ACTIONS'))
    const empty = await bank.account('EUR', 0)
    expect(await bank.run((ctx) => removeAccount(ctx, empty))).toEqual(nothing)
    expect(await bank.run((ctx) => removeAccount(ctx, empty))).toEqual(refused('INSTRUMENT_ALREADY_REMOVED'))
    expect(await bank.run((ctx) => blockAccount(ctx, empty))).toEqual(refused('INSTRUMENT_DESTROYED'))
    expect(await bank.run((ctx) => unblockAccount(ctx, empty))).toEqual(refused('INSTRUMENT_DESTROYED'))
  })

  it('allocates an IBAN in two steps', async () => {
    const id = await bank.account('GBP', 0)
    expect(await bank.run((ctx) => getIban(ctx, id))).toEqual({
      ok: true,
      value: { state: 'UNALLOCATED', bankAccountDetails: [] },
    })
    const pending = { ok: true, value: { state: 'PENDING_ALLOCATION', bankAccountDetails: [] } }
    expect(await bank.run((ctx) => requestIban(ctx, id))).toEqual(pending)
    expect(await bank.run((ctx) => getIban(ctx, id))).toEqual(pending)
    expect(await bank.run((ctx) => requestIban(ctx, id))).toEqual(refused('IBAN_ALREADY_REQUESTED'))
    expect(await bank.run(runDue)).toBe(false)
    expect(await bank.run(nextDue)).toBeGreaterThan(clock.now())
    clock.advance(ALLOCATION_MS)
    expect(await bank.run(runDue)).toBe(true)
    const allocated = await bank.run((ctx) => getIban(ctx, id))
    expect(allocated).toMatchObject({ value: { state: 'ALLOCATED' } })
    expect(allocated.ok && allocated.value.bankAccountDetails).toHaveLength(2)
    expect(await bank.run((ctx) => requestIban(ctx, id))).toEqual(refused('INSTRUMENT_ALREADY_UPGRADED_TO_IBAN'))
    expect(await bank.run(runDue)).toBe(false)
    const blocked = await bank.account('EUR', 0)
    await bank.run((ctx) => blockAccount(ctx, blocked))
    expect(await bank.run((ctx) => requestIban(ctx, blocked))).toEqual(refused('INSTRUMENT_IS_NOT_ACTIVE'))
  })
})
