import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { type Bank, openBank } from '../../testing/bank'
import { listener, type Told } from '../../testing/told'
import { bookDeposit } from '../deposits/book-deposit'
import { runDue } from '../due/run-due'
import { flushBatch, openBatch } from '../ledger/batch'
import { createTransfer } from '../transfers/create-transfer'
import { blockAccount } from './block-account'
import { createAccount } from './create-account'
import { ALLOCATION_MS, requestIban } from './iban'
import { removeAccount } from './remove-account'
import { unblockAccount } from './unblock-account'
import { updateAccount } from './update-account'

onEachEngine('what the platform hears of accounts', (open) => {
  const clock = createClock()
  let bank: Bank
  let told: (event?: string) => Promise<Told[]>
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
    told = listener(bank.store)
  })
  beforeEach(async () => void (await told()))
  afterAll(() => bank.close())

  const deposit = (accountId: string, amount: number, currency = 'EUR') =>
    bank.run((ctx) =>
      bookDeposit(ctx, {
        accountId,
        currency,
        amount,
        senderName: 'Payer',
        senderIban: 'IE29AIBK93115212345678',
        reference: 'R 1',
      }),
    )
  const order = (from: string, to: string, amount: number) => ({
    profileId: '3001',
    source: { type: 'managed_accounts' as const, id: from },
    destination: { type: 'managed_accounts' as const, id: to },
    destinationAmount: { currency: 'EUR', amount },
  })
  const opened = async (lowBalanceThreshold?: number) => {
    const wish = { profileId: '2001', friendlyName: 'Till', currency: 'EUR', tag: 'till' }
    const made = await bank.run((ctx) =>
      createAccount(ctx, { ...wish, ...(lowBalanceThreshold !== undefined && { lowBalanceThreshold }) }),
    )
    if (!made.ok) throw new Error(made.refusal)
    return made.value.id
  }

  it('each step of an account, in the older form, with the account as it is afterwards', async () => {
    const id = await opened()
    await bank.run((ctx) => updateAccount(ctx, id, { friendlyName: 'New till' }))
    await bank.run((ctx) => blockAccount(ctx, id))
    await bank.run((ctx) => unblockAccount(ctx, id))
    await bank.run((ctx) => removeAccount(ctx, id))
    const steps = await told('managed_accounts_watch')
    const account = (more: object) => ({
      account: {
        id: { type: 'managed_accounts', id },
        profileId: '2001',
        tag: 'till',
        owner: { type: 'corporates', id: bank.actor.identityId },
        currency: 'EUR',
        balances: { availableBalance: '0', actualBalance: '0' },
        friendlyName: 'New till',
        active: true,
        state: { blockTypes: {} },
        ...more,
      },
    })
    expect(steps.map(({ payload }) => payload)).toMatchObject([
      { type: 'CREATED', ...account({ friendlyName: 'Till' }) },
      { type: 'UPDATED', ...account({}) },
      { type: 'BLOCKED', ...account({ active: false, state: { blockTypes: { USER: 1 } } }) },
      { type: 'UNBLOCKED', ...account({}) },
      { type: 'DESTROYED', ...account({ active: false, state: { blockTypes: {}, destroyType: 'USER' } }) },
    ])
  })

  it('nothing of what was refused', async () => {
    const id = await opened()
    await told()
    await bank.run((ctx) => unblockAccount(ctx, id))
    await bank.run((ctx) => updateAccount(ctx, '404', {}))
    await bank.run((ctx) => createTransfer(ctx, order(id, id, 1)))
    expect(await told()).toEqual([])
  })

  it('an IBAN that is requested, allocated and gone with its account', async () => {
    const id = await opened()
    await bank.run((ctx) => requestIban(ctx, id))
    clock.advance(ALLOCATION_MS)
    await bank.run(runDue)
    await bank.run((ctx) => removeAccount(ctx, id))
    const steps = await told('ibans_watch')
    expect(steps.map(({ payload }) => payload)).toMatchObject([
      { type: 'REQUESTED', iban: { id, managedAccountId: id, state: { state: 'PENDING' }, friendlyName: 'Till' } },
      {
        type: 'CREATED',
        iban: { state: { state: 'ACTIVE' }, bankAccountDetails: [{ details: { iban: expect.stringMatching(/^IE/) } }] },
      },
      { type: 'DESTROYED', iban: { state: { state: 'DESTROYED', destroyedReason: 'USER' } } },
    ])
  })

  it('money that came in', async () => {
    const id = await opened()
    await deposit(id, 1234)
    const [one] = await told('managed_accounts_deposits_watch')
    expect(one?.payload).toMatchObject({
      id: { type: 'managed_accounts', id },
      transactionAmount: { currency: 'EUR', amount: '1234' },
      owner: { type: 'corporates', id: bank.actor.identityId },
      state: 'COMPLETED',
      senderName: 'Payer',
      senderIban: 'IE29AIBK93115212345678',
      senderReference: 'R 1',
    })
  })

  it('a balance that fell below its mark, once until it has risen to it again', async () => {
    const low = await opened(1000)
    const other = await opened()
    await deposit(low, 1500)
    const after = async (amount: number) => {
      const [from, to] = amount < 0 ? [low, other] : [other, low]
      await bank.run((ctx) => createTransfer(ctx, order(from, to, Math.abs(amount))))
      return (await told('managed_accounts_low_balance_watch')).map(({ payload }) => payload)
    }
    const warning = (availableBalance: number) => [
      {
        id: { type: 'managed_accounts', id: low },
        currency: 'EUR',
        availableBalance,
        publishedTimestamp: expect.any(String),
      },
    ]
    await told()
    expect(await after(-500)).toEqual([])
    expect(await after(-1)).toEqual(warning(999))
    expect(await after(-100)).toEqual([])
    expect(await after(+50)).toEqual([])
    expect(await after(-50)).toEqual([])
    expect(await after(+101)).toEqual([])
    expect(await after(-300)).toEqual(warning(700))
  })

  it('the same in a batch, where it falls twice', async () => {
    const low = await opened(100)
    const other = await opened()
    await deposit(low, 150)
    await told()
    await bank.run(async (ctx) => {
      const batch = await openBatch(ctx, 8, [low, other])
      for (const amount of [60, 20]) await createTransfer({ ...ctx, batch }, order(low, other, amount))
      await createTransfer({ ...ctx, batch }, order(other, low, 60))
      await createTransfer({ ...ctx, batch }, order(low, other, 80))
      await flushBatch(ctx, batch)
    })
    const warnings = await told('managed_accounts_low_balance_watch')
    expect(warnings.map(({ payload }) => payload)).toMatchObject([{ availableBalance: 90 }, { availableBalance: 50 }])
  })
})
