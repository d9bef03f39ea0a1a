import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readEnvironment } from '../gateway/env'

// There is no container engine in a test run: what can be held without one is held here.
const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const exists = (path: string) => existsSync(new URL(`../${path}`, import.meta.url))
const dockerfile = read('Dockerfile').replaceAll('\\\n', ' ').split('\n')
const compose = read('compose.yaml')
const example = read('deploy/console.env.example')
const ignored = read('.dockerignore').split('\n')

const words = (instruction: string) =>
  dockerfile.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.split(/\s+/).slice(1))
const variables = (text: string) =>
  [...text.matchAll(/^\s*([A-Z][A-Z_]+)[=:]/gm)].map(([, name = '']) => name).filter((name) => name !== 'CMD')

test('everything that the image copies is there, and is let through to the engine', () => {
  const copied = words('COPY').filter(([first]) => !first?.startsWith('--from'))
  const sources = copied.flatMap((line) => line.slice(0, -1))
  expect(sources.length).toBeGreaterThan(10)
  for (const source of sources) {
    expect(exists(source), source).toBe(true)
    const passed = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1))
    const matches = passed.some((one) =>
      new RegExp(`^${one.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(source),
    )
    expect(matches, `${source} in .dockerignore`).toBe(true)
  }
})

test('what the servers import is in the image', () => {
  const last = dockerfile.lastIndexOf(dockerfile.findLast((line) => line.startsWith('FROM ')) ?? '')
  const copied = dockerfile.slice(last).filter((line) => line.startsWith('COPY '))
  for (const folder of ['contract', 'storage', 'sandbox', 'gateway', 'node_modules', 'dist']) {
    expect(
      copied.some((line) => line.includes(`./${folder}`)),
      folder,
    ).toBe(true)
  }
})

test('it runs as nobody in particular, looks after its health, and starts what `npm start` starts', () => {
  expect(words('USER')).toEqual([['node']])
  expect(dockerfile.some((line) => line.startsWith('HEALTHCHECK') && line.includes('/health'))).toBe(true)
  const command = JSON.parse(dockerfile.find((line) => line.startsWith('CMD '))?.slice(4) ?? '[]') as string[]
  expect(command).toEqual(['node', '--import', 'tsx', 'gateway/main.ts'])
  expect(exists('gateway/main.ts')).toBe(true)
})

test('every base image names its version', () => {
  const images = [
    ...words('FROM').map(([image = '']) => image),
    ...[...compose.matchAll(/image: (\S+:\S+)/g)].map(([, i = '']) => i),
  ]
  expect(images.length).toBeGreaterThan(3)
  for (const image of images) expect(image).toMatch(/:\d/)
})

test('variables of compose and its example are ones that the gateway reads, and with them it starts', () => {
  const known = read('gateway/env.ts')
  const ours = [...variables(example), ...variables(compose)].filter((name) => !name.startsWith('POSTGRES_'))
  expect(ours).toContain('TRUSTED_PROXIES')
  for (const name of ours) expect(known.includes(`${name}:`), name).toBe(true)

  const env: Record<string, string> = { HOST: '0.0.0.0', DATABASE_URL: 'postgres://console@postgres/console' }
  for (const [, name = '', value = ''] of example.matchAll(/^([A-Z_]+)=(.*)$/gm)) {
    const filled = name.endsWith('_KEY') && !name.startsWith('WEAVR') ? Buffer.alloc(32, 1).toString('base64') : '1'
    env[name] = value === '' ? filled : value
  }
  for (const [, name = '', value = ''] of compose.matchAll(/^ {4}([A-Z_]+): '?([^'$\n]+)'?$/gm)) {
    if (!name.startsWith('POSTGRES_')) env[name] = value
  }
  expect(readEnvironment(env)).toMatchObject({ ok: true, value: { trustedProxies: { hops: 1 }, metricsPort: 9464 } })
})

test('every variable that the gateway reads is explained', () => {
  const guide = read('docs/deploy.md')
  const names = ['gateway/env.ts', 'gateway/brand/brand-env.ts'].flatMap((file) =>
    [...read(file).matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name = '']) => name),
  )
  expect(names).toEqual(expect.arrayContaining(['PUBLIC_ORIGIN', 'BRAND_LOGO', 'BRAND_LEGAL_NOTICE']))
  expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
})

test('ports agree, and only the proxy’s are open', () => {
  expect(dockerfile.join('\n')).toContain('PORT=4000')
  expect(words('EXPOSE')).toEqual([['4000']])
  const nginx = read('deploy/nginx.conf')
  for (const gateway of ['gateway-1', 'gateway-2']) {
    expect(compose).toContain(`\n  ${gateway}:\n`)
    expect(nginx).toContain(`server ${gateway}:4000`)
  }
  expect([...compose.matchAll(/^\s*ports:.*$/gm)].map(([line]) => line.trim())).toEqual([`ports: ['80:80', '443:443']`])
})

test('files that compose mounts are there, and secrets are not in the repository', () => {
  for (const [, file = ''] of compose.matchAll(/- \.\/(deploy\/\S+?):/g)) {
    if (!file.endsWith('certificates')) expect(exists(file), file).toBe(true)
  }
  const git = read('.gitignore')
  for (const secret of ['deploy/console.env', 'deploy/certificates/', '.env']) expect(git.split('\n')).toContain(secret)
  for (const [, name = '', value = ''] of example.matchAll(/^(\S+_KEY)=(.*)$/gm)) expect(value, name).toBe('')
})
