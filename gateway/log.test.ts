import { expect, test } from 'vitest'
import { createLog } from './log'

test('of an error nothing is written but kind, message, code and stack; of an object no secrets', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  const error = Object.assign(new TypeError('the row was refused'), {
    code: '23505',
    detail: 'Key (email)=(ada@northwind.example) exists',
    parameters: ['a-token'],
  })
  log.error({ err: error, token: 'a-token', session: { token: 'a-token', password: 'Sandbox-2026!' } }, 'it failed')
  log.error({ err: 'thrown as text' }, 'it failed again')
  const [first, second] = lines.map((line) => JSON.parse(line))
  expect(first.err).toEqual({ name: 'TypeError', message: error.message, stack: error.stack, code: '23505' })
  expect(lines.join('')).not.toMatch(/a-token|Sandbox-2026|ada@/)
  expect(second.err).toEqual({ message: 'thrown as text' })
})
