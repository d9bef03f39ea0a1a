import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { field, freshStore, openFrontDoor } from '../testing/front-door'
import { createTidier, tidy } from './tidy'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

onEachEngine('tidying', (openStore) => {
  const fresh = freshStore(openStore)

  test('takes what is dead, and nothing that may still be used', async () => {
    const door = await openFrontDoor(await fresh())
    const { email } = await door.company()
    const token = await door.enter(email)
    const ref = randomUUID()
    await door.call('POST', '/stepup/challenges/otp/SMS', { token, ref })
    const waiting = await door.typed('Sandbox-2026!')
    const look = async () => {
      const answer = await door.call('POST', '/passwords/validate', { body: { password: waiting } })
      return answer.status === 204 ? 204 : field(answer, 'errorCode')
    }
    const count = async (table: 'sandbox_secure_token' | 'sandbox_token' | 'sandbox_idempotency') =>
      (await door.store.db.selectFrom(table).selectAll().execute()).length
    const counts = async () => [
      await count('sandbox_secure_token'),
      await count('sandbox_token'),
      await count('sandbox_idempotency'),
    ]

    await tidy(door.sandbox)
    expect([await look(), await counts()]).toEqual([204, [2, 1, 1]])
    door.clock.advance(5 * MINUTE)
    await tidy(door.sandbox)
    const left = await door.store.db.selectFrom('sandbox_secure_token').select('value_cipher').execute()
    expect([left.map((row) => row.value_cipher), await look()]).toEqual([['', ''], 'TOKEN_EXPIRED'])
    door.clock.advance(DAY)
    await tidy(door.sandbox)
    expect([await look(), await counts()]).toEqual(['TOKEN_NOT_FOUND', [0, 0, 0]])
  })

  test('happens every ten minutes while it runs, and not after', async () => {
    const door = await openFrontDoor(await fresh())
    const tidier = createTidier(door.sandbox)
    tidier.start()
    await door.typed('Sandbox-2026!')
    door.clock.advance(10 * MINUTE)
    await tidier.stop()
    const rows = () => door.store.db.selectFrom('sandbox_secure_token').select('value_cipher').execute()
    expect(await rows()).toEqual([{ value_cipher: '' }])
    await door.typed('Sandbox-2026!')
    door.clock.advance(2 * DAY)
    expect(await rows()).toHaveLength(2)
  })
})
