import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'

/** Most specific first. A captured group is a slice: two slices of one layer may not see each other. */
const layers: [name: string, match: RegExp][] = [
  ['contract', /^contract\//],
  ['storage', /^storage\//],
  ['gateway', /^gateway\//],
  ['sandbox-entry', /^sandbox\/(?:index|effects\/clock|reference\/app)$/],
  ['sandbox', /^sandbox\//],
  ['api', /^src\/api\//],
  ['components', /^src\/components\//],
  ['lib', /^src\/lib\//],
  ['feature', /^src\/features\/([^/]+)\//],
  ['routes', /^src\/(?:routes\/|routeTree\.gen)/],
  ['app', /^src\/(?:app\/|main$)/],
]
const page = ['contract', 'lib', 'components', 'api']
const mayImport: Record<string, string[]> = {
  contract: [],
  storage: [],
  lib: ['contract'],
  components: ['contract', 'lib'],
  api: ['contract', 'lib'],
  feature: page,
  routes: [...page, 'feature', 'app'],
  app: [...page, 'feature', 'routes'],
  sandbox: ['contract', 'storage', 'sandbox-entry'],
  'sandbox-entry': ['contract', 'storage', 'sandbox'],
  gateway: ['contract', 'storage', 'sandbox-entry'],
}

const layerOf = (file: string) => {
  for (const [name, match] of layers) {
    const hit = match.exec(file)
    if (hit) return { name, slice: hit[1] }
  }
  return undefined
}
const withoutEnding = (file: string) => file.replace(/\.tsx?$/, '')

function target(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('@/')) return `src/${specifier.slice(2)}`
  if (specifier.startsWith('#contract/')) return `contract/${specifier.slice(10)}`
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier)
  return undefined
}

const imports = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g

function violations(files: string[], read: (file: string) => string): string[] {
  return files.flatMap((file) =>
    [...read(file).matchAll(imports)].flatMap(([, specifier = '']) => {
      const to = target(file, specifier)
      const source = layerOf(withoutEnding(file))
      const sink = to ? layerOf(withoutEnding(to)) : undefined
      if (!source || !sink || (source.name === sink.name && source.slice === sink.slice)) return []
      return mayImport[source.name]?.includes(sink.name) ? [] : [`${file} -> ${to}`]
    }),
  )
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file)
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.css'], {
  encoding: 'utf8',
})
  .trim()
  .split('\n')
const sources = tracked.filter((file) => layerOf(withoutEnding(file)) && !isTest(file))
const text = new Map(tracked.map((file) => [file, safeRead(file)]))

/** A file that git knows and somebody has just deleted is not there to be read. */
function safeRead(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
const read = (file: string) => text.get(file) ?? ''

test('the checker catches what it is for', () => {
  const probe = (file: string, line: string) => violations([file], () => line)
  expect(probe('src/features/cards/a.ts', `import x from '@/features/transfers/b'`)).toHaveLength(1)
  expect(probe('src/features/cards/pages/a.tsx', `import x from '../../transfers/b'`)).toHaveLength(1)
  expect(probe('src/features/cards/a.ts', `const x = await import('@/app/router')`)).toHaveLength(1)
  expect(probe('src/components/a.tsx', `import x from '@/features/cards/b'`)).toHaveLength(1)
  expect(probe('src/lib/a.ts', `import x from '@/api/client'`)).toHaveLength(1)
  expect(probe('sandbox/domain/a.ts', `import x from '../../src/lib/money'`)).toHaveLength(1)
  expect(probe('sandbox/domain/a.ts', `import x from '../../gateway/app'`)).toHaveLength(1)
  expect(probe('gateway/a.ts', `import x from '../sandbox/domain/ledger/post'`)).toHaveLength(1)
  expect(probe('contract/a.ts', `import x from '../storage/open'`)).toHaveLength(1)
  expect(probe('src/features/cards/a.ts', `import x from './b'; import y from '#contract/cards'`)).toEqual([])
  expect(probe('gateway/a.ts', `import x from '../sandbox/index'`)).toEqual([])
})

test('every import respects the layers', () => {
  expect(sources.length, 'the checker must have looked at something').toBeGreaterThan(100)
  expect(violations(sources, read)).toEqual([])
})

test('every layer has been looked at', () => {
  const seen = new Set(sources.map((file) => layerOf(withoutEnding(file))?.name))
  expect([...seen].sort()).toEqual(Object.keys(mayImport).sort())
})

test('no circles of imports', () => {
  const known = new Set(sources.map(withoutEnding))
  const graph = new Map(
    sources.map((file) => [
      withoutEnding(file),
      // A type is gone at run time: circles of types are harmless.
      [
        ...read(file)
          .replace(/(?:import|export) type [^'"]*['"][^'"]+['"]/g, '')
          .matchAll(imports),
      ]
        .map(([, specifier = '']) => target(file, specifier))
        .filter((to): to is string => to !== undefined && known.has(to)),
    ]),
  )
  const state = new Map<string, 'open' | 'closed'>()
  const circles: string[] = []
  const visit = (file: string, path: string[]): void => {
    if (state.get(file) === 'closed') return
    if (state.get(file) === 'open') {
      circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      return
    }
    state.set(file, 'open')
    for (const to of graph.get(file) ?? []) visit(to, [...path, file])
    state.set(file, 'closed')
  }
  for (const file of graph.keys()) visit(file, [])
  expect(circles).toEqual([])
})

test('what an address may say is read without the schema library', () => {
  // Routes read their search parameters on the first page, whichever page that is.
  const addresses = sources.filter((file) => /^src\/features\/[^/]+\/search\.ts$/.test(file))
  expect(addresses.length).toBeGreaterThan(5)
  const withSchemas = (file: string, path: string[] = []): string[] => {
    if (path.includes(file)) return []
    if (/from 'zod'/.test(read(file))) return [[...path, file].join(' -> ')]
    const values = read(file).replace(/import type [^'"]*['"][^'"]+['"]/g, '')
    return [...values.matchAll(imports)].flatMap(([, specifier = '']) => {
      const to = target(file, specifier)
      return to === undefined ? [] : withSchemas(`${to}.ts`, [...path, file])
    })
  }
  expect(addresses.flatMap((file) => withSchemas(file))).toEqual([])
})

test('house rules that a grep can hold', () => {
  const offenders = (pattern: RegExp, where: RegExp, except = /^$/) =>
    tracked.filter((file) => where.test(file) && !except.test(file) && pattern.test(read(file)))
  expect(offenders(/import \{ z \} from 'zod'/, /./, /architecture\.test/), 'zod is imported as a namespace').toEqual(
    [],
  )
  expect(offenders(/\.route\(|waitForTimeout/, /^e2e\//), 'no stubs and no sleeps in e2e').toEqual([])
  expect(offenders(/\bfetch\(/, /^src\//, /^src\/api\/|\.test\./), 'fetch only in src/api').toEqual([])
  expect(
    offenders(/\b(Number|parseFloat)\([^)]*(amount|balance)/i, /^src\//),
    'money is never parsed as a float',
  ).toEqual([])
  expect(offenders(/dangerouslySetInnerHTML|\beval\(/, /^src\//), 'nothing is run from text').toEqual([])
  const long = tracked.filter((file) => !/routeTree\.gen/.test(file) && read(file).split('\n').length > 301)
  expect(long, 'a file above 300 lines is two files').toEqual([])
})

test('route files are a table of contents', () => {
  const long = tracked.filter((file) => /^src\/routes\/.*\.tsx$/.test(file) && read(file).split('\n').length > 61)
  expect(long).toEqual([])
})
