import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { operations } from '../contract/registry'
import { coverageDir } from '../e2e/fixtures/coverage'
import { coverageReport, type Fact } from './coverage-floor'

if (!existsSync(coverageDir)) {
  console.error('No end-to-end run has been recorded yet: run `npm run test:e2e` first.')
  process.exit(1)
}
const facts = JSON.parse(readFileSync('contract/facts/operations.json', 'utf8')) as Fact[]
const noted = new Set(
  readdirSync(coverageDir).flatMap((file) => JSON.parse(readFileSync(join(coverageDir, file), 'utf8')) as string[]),
)
const newer = operations.filter(({ since }) => since === 'v3').map(({ id }) => id)
const { reached, lines, failures } = coverageReport(facts, noted, { newer })
console.log(`Operations that a person reached through the browser in the last run: ${reached} of ${facts.length}`)
for (const { section, of, missing } of lines) {
  console.log(`  ${section}: ${of - missing.length} of ${of}${missing.length ? `; missing ${missing.join(', ')}` : ''}`)
}
for (const failure of failures) console.error(failure)
if (failures.length > 0) process.exit(1)
