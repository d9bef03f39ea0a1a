import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

type Lock = { packages: Record<string, { optionalDependencies?: Record<string, string> }> }

/** Packages whose platform binaries the lock file does not name: `npm ci` would fail on those platforms. */
export function missingPlatforms(lock: Lock): Record<string, string[]> {
  const names = new Set(Object.keys(lock.packages).map((key) => key.split('node_modules/').pop()))
  const missing: Record<string, string[]> = {}
  for (const [key, entry] of Object.entries(lock.packages)) {
    const absent = Object.keys(entry.optionalDependencies ?? {}).filter((name) => !names.has(name))
    if (absent.length > 0) missing[key || 'the project itself'] = absent
  }
  return missing
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const missing = missingPlatforms(JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock)
  for (const [name, absent] of Object.entries(missing)) console.error(`${name} lacks ${absent.join(', ')}`)
  if (Object.keys(missing).length > 0) {
    console.error(
      'package-lock.json is incomplete for some platforms: choose versions whose binaries are all published.',
    )
    process.exit(1)
  }
  console.log('package-lock.json is complete for every platform.')
}
