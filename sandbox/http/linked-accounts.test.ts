import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import type { Actor } from '../domain/context'
import { bookDeposit } from '../domain/deposits/book-deposit'
import { createWire } from '../domain/wires/create-wire'
import { freshStore } from '../testing/front-door'
import { type LinkDesk, openLinkDesk } from '../testing/link-desk'
import { beginLinkedAccount, germanIban } from '../testing/trust'

const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND

onEachEngine('linked accounts', (openStore) => {
  const fresh = freshStore(openStore)
  let desk: LinkDesk
  beforeEach(async () => {
    desk = await openLinkDesk(await fresh())
  })

  test('refuses with the documented conflict', async () => {
    const { door, actor, call, create, said, landing, events } = desk
    expect(said(await create())).toBe('MANAGED_ACCOUNT_MISSING')
    const own = await landing('EUR')
    const bank = (await call('GET', `/managed_accounts/${own}/iban`)).body as {
      bankAccountDetails: { details: { iban: string } }[]
    }
    const iban = germanIban(1)
    const uk = { accountNumber: '12345678', sortCode: '040004' }
    const cases: [object, string][] = [
      [{ profileId: '9' }, 'PROFILE_NOT_FOUND'],
      [{ country: 'KP' }, 'COUNTRY_NOT_SUPPORTED_BY_PROFILE'],
      [{ currency: 'SEK' }, 'CURRENCY_NOT_SUPPORTED_BY_PROFILE'],
      [{ accountReference: { iban, accountNumber: '12345678' } }, 'ACCOUNT_NUMBER_AND_IBAN_PROVIDED'],
      [{ accountReference: { iban, sortCode: '040004' } }, 'SORT_CODE_AND_IBAN_PROVIDED'],
      [{ accountReference: uk, currency: 'EUR' }, 'IBAN_MISSING'],
      [{ currency: 'GBP' }, 'ACCOUNT_NUMBER_MISSING'],
      [{ accountReference: { accountDescriptor: '7' }, currency: 'GBP' }, 'SORT_CODE_MISSING'],
      [{ accountReference: uk, currency: 'USD' }, 'ACCOUNT_DESCRIPTOR_MISSING'],
      [{ accountReference: { iban: iban.replace(/^DE../, 'DE00') } }, 'MODEL_CONSTRAINTS_VIOLATED'],
      [{ accountReference: bank.bankAccountDetails[0]?.details }, 'THIS_IS_A_MANAGED_ACCOUNT'],
      [{ accountReference: uk }, 'MANAGED_ACCOUNT_MISSING'],
    ]
    for (const [more, code] of cases) expect(said(await create(more)), code).toBe(code)
    const person: Actor = { ...actor, identityType: 'CONSUMER' }
    const asPerson = door.inTx((ctx) => beginLinkedAccount({ ...ctx, actor: person }))
    await expect(asPerson).resolves.toMatch(/^\d+$/)
    expect(said(await create())).toBe('LINKED_ACCOUNT_ALREADY_ADDED')
    expect((await create({ accountReference: {} })).status).toBe(400)
    expect((await create({ name: '' })).status).toBe(400)
    expect(await events()).toEqual(['PENDING_VERIFICATION'])
  })

  test('one account ordered twice at the same moment is linked once', async () => {
    const { create, said, landing } = desk
    await landing('EUR')
    const answers = await Promise.all([create(), create()])
    expect(answers.map(said).sort()).toEqual([200, 'LINKED_ACCOUNT_ALREADY_ADDED'])
  })

  test('is blocked, unblocked and removed, each from the state that allows it', async () => {
    const { call, create, said, stateOf, begin, verified, simulate, events } = desk
    const act = async (id: string, verb: string) => said(await call('POST', `/linked_accounts/${id}/${verb}`))
    const all = async (id: string) => [await act(id, 'block'), await act(id, 'unblock'), await act(id, 'remove')]
    const pending = await begin(1)
    const inactive = 'LINKED_ACCOUNT_INACTIVE'
    expect(await all(pending)).toEqual([inactive, inactive, 'LINKED_ACCOUNT_HAS_PENDING_ACTIONS'])
    await simulate(pending, 'set', { state: 'REJECTED' })
    expect(await all(pending)).toEqual([inactive, inactive, 'LINKED_ACCOUNT_REJECTED'])
    expect(await all('404')).toEqual([404, 404, 404])

    const id = await verified(2)
    expect(await act(id, 'unblock')).toBe('LINKED_ACCOUNT_NOT_BLOCKED')
    expect(await act(id, 'block')).toBe(204)
    expect(await act(id, 'block')).toBe('LINKED_ACCOUNT_ALREADY_BLOCKED')
    expect(await stateOf(id)).toBe('BLOCKED')
    expect(await act(id, 'unblock')).toBe(204)
    expect(await act(id, 'block')).toBe(204)
    expect(await act(id, 'remove')).toBe(204)
    const removed = 'LINKED_ACCOUNT_REMOVED'
    expect(await all(id)).toEqual([removed, removed, 'LINKED_ACCOUNT_ALREADY_REMOVED'])
    expect((await events()).slice(3)).toEqual(['VERIFIED', 'BLOCKED', 'UNBLOCKED', 'BLOCKED', 'REMOVED'])
    // Both may be linked afresh.
    for (const number of [1, 2])
      expect(said(await create({ accountReference: { iban: germanIban(number) } }))).toBe(200)
  })

  test('is not removed while a wire to it is under way', async () => {
    const { door, actor, call, said, landing, verified } = desk
    const id = await verified()
    const source = await landing('EUR')
    const money = {
      currency: 'EUR',
      amount: 500,
      senderName: 'Sender',
      senderIban: germanIban(9),
      reference: 'opening',
    }
    await door.inTx((ctx) => bookDeposit(ctx, { accountId: source, ...money }))
    const wire = (linkedId: string) =>
      door.inTx((ctx) =>
        createWire(
          { ...ctx, actor },
          {
            profileId: '3003',
            sourceInstrument: { type: 'managed_accounts', id: source },
            transferAmount: { currency: 'EUR', amount: 100 },
            description: 'Back home',
            destinationBeneficiary: { type: 'linked_accounts', id: linkedId },
          },
        ),
      )
    const remove = async () => said(await call('POST', `/linked_accounts/${id}/remove`))
    expect(await wire(await verified(2))).toMatchObject({ ok: true })
    const ordered = await wire(id)
    if (!ordered.ok) throw new Error(ordered.refusal)
    expect(await remove()).toBe('LINKED_ACCOUNT_HAS_PENDING_ACTIONS')
    await door.store.db
      .updateTable('sandbox_wire')
      .set({ state: 'CANCELLED' })
      .where('id', '=', ordered.value.id)
      .execute()
    expect(await remove()).toBe(204)
  })

  test('lists newest first by every filter, and changes names', async () => {
    const { door, enter, call, begin, verified } = desk
    const [a, b] = [await verified(1), await begin(2)]
    const list = async (query: string) => {
      const { body } = await call('GET', `/linked_accounts?${query}`)
      return (body as { accounts: { id: string }[] }).accounts.map((account) => account.id)
    }
    const changed = await call('PATCH', `/linked_accounts/${a}`, { tag: 'x', friendlyName: 'Old bank' })
    expect(changed).toMatchObject({ status: 200, body: { id: a, tag: 'x', friendlyName: 'Old bank' } })
    expect((await call('PATCH', '/linked_accounts/404', { tag: 'x' })).status).toBe(404)
    expect((await call('PATCH', `/linked_accounts/${a}`, { friendlyName: '' })).status).toBe(400)
    const far = door.clock.now() + DAY
    const cases: [string, string[]][] = [
      ['', [b, a]],
      ['limit=1&offset=1', [a]],
      ['state=ACTIVE', [a]],
      ['state=PENDING_VERIFICATION&state=ACTIVE', [b, a]],
      ['state=NOT_ENABLED', [b]],
      ['state=DESTROYED', []],
      ['tag=x', [a]],
      ['friendlyName=Old%20bank', [a]],
      ['profileId=4001', [b, a]],
      ['profileId=1', []],
      ['currency=EUR', [b, a]],
      ['currency=GBP', []],
      [`createdFrom=${far}`, []],
      [`createdTo=${far}`, [b, a]],
    ]
    for (const [query, ids] of cases) expect(await list(query), query).toEqual(ids)
    await enter((await door.company()).email)
    expect(await list('')).toEqual([])
    for (const path of ['', '/verifications'])
      expect((await call('GET', `/linked_accounts/${a}${path}`)).status).toBe(404)
  })
})
