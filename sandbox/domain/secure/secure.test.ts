import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { tidy } from '../../effects/tidy'
import { deriveKeys } from '../../keys'
import { type Bank, newActor, openBank } from '../../testing/bank'
import { freshStore } from '../../testing/front-door'
import { associate, openAssociation } from './associate'
import { keepSecret } from './keep-secret'
import { openSecret } from './open-secret'
import { seal, unseal } from './seal'
import { showSecret } from './show-secret'
import { tokenise, tokeniseAll } from './tokenise'

const MINUTE = 60_000
const found = (value: string) => ({ ok: true, value })
const refused = (refusal: string) => ({ ok: false, refusal })

onEachEngine('secrets behind tokens', (openStore) => {
  const fresh = freshStore(openStore)
  let bank: Bank
  beforeEach(async () => {
    bank = await openBank(await fresh())
  })
  const keys = () => bank.sandbox.keys
  const show = (token: string, identityId = bank.actor.identityId, kind: 'cardNumber' | 'cvv' | 'pin' = 'cvv') =>
    bank.run((ctx) => showSecret(ctx, keys(), { kind, token, identityId }))
  const shown = (value = '719') => bank.run((ctx) => tokenise(ctx, keys(), { kind: 'cvv', value }))
  const typed = (kind: 'password' | 'cardPin', value: string) => bank.run((ctx) => keepSecret(ctx, keys(), kind, value))

  test('a value is shown once, to its owner', async () => {
    const token = await shown()
    expect(await show(token)).toEqual(found('719'))
    expect(await show(token)).toEqual(refused('TOKEN_EXPIRED'))
  })

  test('another company, and another kind of span, find nothing and spend nothing', async () => {
    const token = await shown()
    expect(await show(token, newActor().identityId)).toEqual(refused('TOKEN_NOT_FOUND'))
    expect(await show(token, bank.actor.identityId, 'pin')).toEqual(refused('TOKEN_NOT_FOUND'))
    expect(await show('unknown')).toEqual(refused('TOKEN_NOT_FOUND'))
    expect(await show(token)).toEqual(found('719'))
  })

  test('a token that is shown lives a minute, one that was typed five', async () => {
    const token = await shown()
    const pin = await typed('cardPin', '4071')
    bank.sandbox.clock.advance(MINUTE / 2)
    const other = await shown()
    bank.sandbox.clock.advance(MINUTE / 2)
    expect(await show(token)).toEqual(refused('TOKEN_EXPIRED'))
    expect(await show(other)).toEqual(found('719'))
    bank.sandbox.clock.advance(3.5 * MINUTE)
    expect(await bank.run((ctx) => openSecret(ctx, keys(), pin, 'setPin'))).toEqual(found('4071'))
  })

  test('of two who show a token at once one sees the value', async () => {
    const token = await shown()
    const both = await Promise.all([show(token), show(token)])
    expect(both.filter(({ ok }) => ok)).toEqual([found('719')])
    expect(both.filter(({ ok }) => !ok)).toEqual([refused('TOKEN_EXPIRED')])
  })

  test('a PIN is no password, a password no PIN, and neither is shown', async () => {
    const [pin, password] = [await typed('cardPin', '4071'), await typed('password', 'Sandbox-2026!')]
    const open = (token: string, use: 'setPin' | 'setPassword' | 'weighPassword') =>
      bank.run((ctx) => openSecret(ctx, keys(), token, use))
    expect(await open(pin, 'setPassword')).toEqual(refused('TOKEN_NOT_FOUND'))
    expect(await open(password, 'setPin')).toEqual(refused('TOKEN_NOT_FOUND'))
    expect(await open(await shown(), 'setPin')).toEqual(refused('TOKEN_NOT_FOUND'))
    expect(await show(pin, bank.actor.identityId, 'pin')).toEqual(refused('TOKEN_NOT_FOUND'))
    expect(await open(password, 'weighPassword')).toEqual(found('Sandbox-2026!'))
    expect(await open(password, 'setPassword')).toEqual(found('Sandbox-2026!'))
    expect(await open(password, 'weighPassword')).toEqual(refused('TOKEN_EXPIRED'))
    expect(await open(pin, 'setPin')).toEqual(found('4071'))
  })

  test('tokens of a list come in its order, each its own, and fit where the contract puts them', async () => {
    const secrets = [
      { kind: 'cardNumber', value: '5555341244441115' },
      { kind: 'cvv', value: '719' },
    ] as const
    const [number = '', cvv = ''] = await bank.run((ctx) => tokeniseAll(ctx, keys(), secrets))
    expect(number.length).toBeLessThanOrEqual(16)
    expect((await typed('cardPin', '4071')).length).toBeLessThanOrEqual(24)
    expect(await show(number, bank.actor.identityId, 'cardNumber')).toEqual(found('5555341244441115'))
    expect(await show(cvv)).toEqual(found('719'))
    expect(await bank.run((ctx) => tokeniseAll(ctx, keys(), []))).toEqual([])
  })

  test('an association stands for a session for a minute, and is no other kind of token', async () => {
    const { token, expiresAt } = await bank.run((ctx) => associate(ctx, keys(), bank.actor.tokenId))
    const open = () => bank.run((ctx) => openAssociation(ctx, keys(), token))
    expect(Math.abs(expiresAt - bank.sandbox.clock.now() - MINUTE)).toBeLessThan(5_000)
    expect(await show(token)).toEqual(refused('TOKEN_NOT_FOUND'))
    // A card has a number, a CVV and a PIN.
    for (let round = 0; round < 3; round++) expect(await open()).toEqual(found(bank.actor.tokenId))
    bank.sandbox.clock.advance(MINUTE)
    expect(await open()).toEqual(refused('TOKEN_EXPIRED'))
  })

  test('the database holds no value in clear, and none at all once its time has passed', async () => {
    await shown('555534124')
    await typed('password', 'Sandbox-2026!')
    const rows = () => bank.store.db.selectFrom('sandbox_secure_token').selectAll().execute()
    expect(JSON.stringify(await rows())).not.toMatch(/555534124|Sandbox/)
    bank.sandbox.clock.advance(5 * MINUTE)
    await tidy(bank.sandbox)
    expect((await rows()).map(({ value_cipher }) => value_cipher)).toEqual(['', ''])
  })
})

test('what was sealed opens with the same key in the same place only, and only unchanged', () => {
  const keys = deriveKeys(Buffer.alloc(32, 1))
  const sealed = seal(keys, 'here', 'value')
  expect(unseal(keys, 'here', sealed)).toBe('value')
  expect(unseal(keys, 'there', sealed)).toBeUndefined()
  expect(unseal(deriveKeys(Buffer.alloc(32, 2)), 'here', sealed)).toBeUndefined()
  const changed = Buffer.from(sealed, 'base64url')
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  expect(unseal(keys, 'here', changed.toString('base64url'))).toBeUndefined()
  expect(unseal(keys, 'here', '')).toBeUndefined()
})
