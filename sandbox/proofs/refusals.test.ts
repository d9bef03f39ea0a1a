import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operations } from '../../contract/registry'
import { reachableTexts } from '../testing/reachable-codes'

const HEADING = '## Codes that nothing produces'

type Row = { line: string; isOf: (id: string) => boolean; codes: string[] }

/** The table of the page that says in what the sandbox differs. */
function documented(): Row[] {
  const page = readFileSync(new URL('../../docs/differences-from-weavr.md', import.meta.url), 'utf8')
  const section = page.slice(page.indexOf(HEADING)).slice(HEADING.length).split('\n## ')[0] ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| operations |'))
  return lines.map((line) => {
    const [ids = '', codes = '', why = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim())
    if (why === '') throw new Error(`no reason in: ${line}`)
    const patterns = ids.split(/, */).map((id) => new RegExp(`^${id.replaceAll('*', '\\w*')}$`))
    return { line, isOf: (id) => patterns.some((pattern) => pattern.test(id)), codes: codes.split(/, */) }
  })
}

/** Conflicts that are documented and are nowhere in the operation's code. */
function unreachable(): { id: string; code: string }[] {
  const reachable = reachableTexts()
  return operations
    .filter(({ auth }) => auth !== 'webhooks-key')
    .flatMap(({ id, errors }) => {
      const said = reachable.get(id)
      if (!said) throw new Error(`${id} is mounted nowhere`)
      return (errors?.[409] ?? []).filter((code) => !said.has(code)).map((code) => ({ id, code }))
    })
}

test('every documented conflict is produced, or listed with the reason why it is not', () => {
  const rows = documented()
  expect(rows.length).toBeGreaterThan(20)
  const never = unreachable()
  // Reading finds most: otherwise it does not read.
  const all = operations.flatMap(({ errors }) => errors?.[409] ?? [])
  expect(never.length).toBeLessThan(all.length / 3)
  const unlisted = never.filter(({ id, code }) => !rows.some((row) => row.isOf(id) && row.codes.includes(code)))
  expect(unlisted, 'neither produced nor listed').toEqual([])
})

test('the list has no code that is produced after all', () => {
  const never = unreachable()
  const stale = documented().flatMap(({ line, isOf, codes }) =>
    codes
      .filter((code) => !never.some((one) => isOf(one.id) && one.code === code))
      .map((code) => `${code} in: ${line}`),
  )
  expect(stale).toEqual([])
})
