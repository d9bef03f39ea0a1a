import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverageDir } from '../e2e/fixtures/coverage'

type Fact = { operationId: string; section: string }

if (!existsSync(coverageDir)) {
  console.error('No end-to-end run has been recorded yet: run `npm run test:e2e` first.')
  process.exit(1)
}
const facts = JSON.parse(readFileSync('contract/facts/operations.json', 'utf8')) as Fact[]
const reached = new Set(
  readdirSync(coverageDir).flatMap((file) => JSON.parse(readFileSync(join(coverageDir, file), 'utf8')) as string[]),
)
const hit = facts.filter((fact) => reached.has(fact.operationId))
const unknown = [...reached].filter((id) => !facts.some((fact) => fact.operationId === id))
if (hit.length === 0 || unknown.length > 0) {
  console.error(
    `The record of the last run makes no sense: ${hit.length} operations known, unknown ${unknown.join(', ')}.`,
  )
  process.exit(1)
}
console.log(`Operations that a person reached through the browser in the last run: ${hit.length} of ${facts.length}`)
for (const section of new Set(facts.map((f) => f.section))) {
  const all = facts.filter((f) => f.section === section)
  const missing = all.filter((f) => !reached.has(f.operationId)).map((f) => f.operationId)
  console.log(
    `  ${section}: ${all.length - missing.length} of ${all.length}${missing.length ? `; missing ${missing.join(', ')}` : ''}`,
  )
}
