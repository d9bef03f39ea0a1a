import { writeFile } from 'node:fs/promises'
import { openapi } from '../contract/openapi'
import { operations } from '../contract/registry'

await writeFile(new URL('../openapi.json', import.meta.url), `${JSON.stringify(openapi(), null, 2)}\n`)
console.log(`openapi.json: ${operations.length} operations.`)
