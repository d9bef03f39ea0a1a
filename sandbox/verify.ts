import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../storage/open'
import { checkBooks } from './domain/ledger/check-books'

/** `npm run sandbox:verify [database]`: checks the books, prints what was looked at, fails on a violation. */
const dataDir = process.env.DATA_DIR ?? 'data'
// What `npm start` writes, else what `npm run sandbox` does.
const files = ['multi-console.db', 'sandbox.db'].map((name) => join(dataDir, name))
const url = process.argv[2] ?? process.env.DATABASE_URL ?? files.find(existsSync) ?? files.join(' or ')
if (!url.includes('://') && !existsSync(url)) {
  console.error(`There is no database at ${url}. Name one: npm run sandbox:verify -- path/to/database`)
  process.exit(1)
}
const store = await openStore(url)
const findings = await checkBooks(store.db)
await store.close()
for (const { rule, checked, violations } of findings) {
  const verdict = violations.length === 0 ? 'holds' : `BROKEN by ${violations.length}`
  console.log(`${verdict.padEnd(14)} ${rule} (${checked} rows looked at)`)
  for (const subject of violations.slice(0, 10)) console.log(`               ${subject}`)
}
const broken = findings.filter((finding) => finding.violations.length > 0).length
console.log(broken === 0 ? 'The books are in order.' : `${broken} of ${findings.length} rules are broken.`)
process.exitCode = broken === 0 ? 0 : 1
