import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Kind, rules, sessionRule } from '../gateway/limits/rules'

const text = readFileSync(new URL('../docs/security.md', import.meta.url), 'utf8')
const rows = text.split('\n').filter((line) => /^\| [^|*]+ \| [^|]+ \| [^|]+ \| `/.test(line))
const testsOf = (row: string) => [...row.matchAll(/`([\w./-]+\.test\.tsx?)`/g)].map(([, path = '']) => path)

test('every line of docs/security.md names tests, and they are there', () => {
  expect(rows.length).toBeGreaterThan(30)
  for (const row of rows) {
    expect(testsOf(row).length, row).toBeGreaterThan(0)
    for (const path of testsOf(row)) {
      const url = new URL(`../${path}`, import.meta.url)
      expect(existsSync(url), path).toBe(true)
      expect(readFileSync(url, 'utf8'), path).toMatch(/\b(test|it)[.(]/)
    }
  }
})

test('the limits that it tells are the ones that hold', () => {
  const told = (what: string) => text.split('\n').find((line) => line.startsWith(`| ${what} |`)) ?? ''
  const names = {
    'sign-in': 'sign-in',
    'code-issue': 'a code sent',
    'code-verify': 'a code entered',
    invite: 'an invitation sent',
    'password-reset': 'a password reset',
    registration: 'a registration',
    phone: 'a phone asked',
    'hand-over': 'a phone’s answer',
    stranger: 'whatever else strangers ask',
  } as const satisfies Record<Kind, string>
  for (const [kind, { account, address }] of Object.entries(rules)) {
    const line = told(names[kind as Kind])
    for (const { burst } of [account, address]) expect(line).toContain(` ${burst.toLocaleString('en')} `)
  }
  expect(told('anything, by session')).toContain(`${sessionRule.burst.toLocaleString('en')} at once`)
  expect(told('anything, by session')).toContain(`${1000 / sessionRule.everyMs} a second`)
})
