import * as z from 'zod'
import type { Brand } from '../contract/brand'
import { BrandVariables, brandOf } from './brand/brand-env'
import type { Logo } from './brand/logo'
import { readTrustedProxies, type TrustedProxies } from './http/address'
import { isLoopback } from './http/origin'

export type WeavrSettings = {
  baseUrl: string
  apiKey: string
  uiKey: string
  /** Weavr sends it along with what it does not sign. */
  webhooksKey: string
  secureScript: string
  /** Where the frames of the script come from; left out: from its own origin. */
  secureFrames: string[] | undefined
  profiles: { managedAccounts: string; transfers: string; corporates?: string; consumers?: string }
  currencies: string[]
  feeTypes: string[]
}
export type Environment = {
  port: number
  host: string
  dataDir: string
  /** PostgreSQL; left out: SQLite beside the keys. */
  databaseUrl: string | undefined
  publicOrigin: string
  logLevel: string
  /** Vite serves the page, on another port. */
  viteServesPage: boolean
  /** What an empty database is filled with, where the sandbox is in this process; it has a first world of its own. */
  world: string | undefined
  sessionKey: Buffer | undefined
  /** Keys that open sessions and seal none: the ones before, and the next one while gateways change over to it. */
  otherSessionKeys: Buffer[]
  auditKey: Buffer | undefined
  sandboxSecret: Buffer | undefined
  /** Whose word is taken for where a request comes from. */
  trustedProxies: TrustedProxies | undefined
  /** Where Prometheus asks; left out: nowhere. */
  metricsPort: number | undefined
  /** How long requests are still taken after a signal, while `/ready` sends others elsewhere. */
  drainMs: number
  /** Which generation of the secure components' script the embedded sandbox serves. */
  secureClient: '1' | '2'
  /** Whose console it is. */
  brand: Brand
  /** Its picture; left out: ours, which is drawn by the page. */
  logo: Logo | undefined
  /** Left out: the sandbox in this process. */
  weavr: WeavrSettings | undefined
}
export type ReadEnvironment = { ok: true; value: Environment } | { ok: false; mistakes: string[] }

const port = (name: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, `${name} must be a port number, as in 4000.`)
    .transform(Number)
    .refine((n) => n > 0 && n < 65_536, `${name} must lie between 1 and 65535.`)
const key = (name: string) =>
  z
    .string()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine(
      (bytes) => bytes.length === 32,
      `${name} must be 32 bytes in base64; \`openssl rand -base64 32\` makes one.`,
    )
    .optional()
/** Several keys with commas between. */
const keys = (name: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((one) => Buffer.from(one, 'base64')))
    .refine(
      (all) => all.every((bytes) => bytes.length === 32),
      `${name} must be keys of 32 bytes in base64 with commas between.`,
    )
    .default([])
const proxies = (name: string) =>
  z
    .string()
    .transform(readTrustedProxies)
    .refine(
      (read) => read !== undefined,
      `${name} must be addresses or networks with commas between, as in 10.0.0.0/8, or how many proxies stand in a row.`,
    )
    .optional()
const filled = (name: string) => z.string({ error: `${name} is missing; with Weavr upstream all WEAVR_* are needed.` })
const maybeDigits = (name: string) => z.string().regex(/^\d+$/, `${name} must be the number of a profile.`).optional()
const digits = (name: string) => filled(name).regex(/^\d+$/, `${name} must be the number of a profile.`)
/** An address that secrets travel to: encrypted, unless it is this machine. */
const safeUrl = (name: string) =>
  filled(name).refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined
    return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  }, `${name} must be an https address (http only on this machine).`)
/** Several origins with commas between. */
const origins = (name: string) =>
  z
    .string()
    .transform((text) => text.split(','))
    .refine(
      (all) => all.every((one) => URL.canParse(one) && new URL(one).origin === one && /^https?:/.test(one)),
      `${name} must be origins without a path and with commas between, as in https://sandbox.weavr.io.`,
    )
    .optional()

const General = z.object({
  PORT: port('PORT').default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgres://; without it the data is kept in DATA_DIR.')
    .optional(),
  PUBLIC_ORIGIN: safeUrl('PUBLIC_ORIGIN')
    .refine(
      (text) => !URL.canParse(text) || new URL(text).origin === text,
      'PUBLIC_ORIGIN must be an origin without a path, as in https://console.example.com.',
    )
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
    })
    .optional(),
  DEV_VITE: z.string().optional(),
  SECURE_CLIENT: z.enum(['1', '2'], { error: 'SECURE_CLIENT must be 1 or 2.' }).default('1'),
  WORLD: z.string().optional(),
  PAGE_PORT: port('PAGE_PORT').optional(),
  SESSION_KEY: key('SESSION_KEY'),
  SESSION_KEY_PREVIOUS: keys('SESSION_KEY_PREVIOUS'),
  TRUSTED_PROXIES: proxies('TRUSTED_PROXIES'),
  METRICS_PORT: port('METRICS_PORT').optional(),
  DRAIN_SECONDS: z
    .string()
    .regex(/^[1-5]?\d$/, 'DRAIN_SECONDS must be a number of seconds below 60.')
    .default('0')
    .transform(Number),
  AUDIT_KEY: key('AUDIT_KEY'),
  SANDBOX_SECRET: key('SANDBOX_SECRET'),
})
const Weavr = z.object({
  WEAVR_BASE_URL: safeUrl('WEAVR_BASE_URL'),
  WEAVR_API_KEY: filled('WEAVR_API_KEY'),
  WEAVR_UI_KEY: filled('WEAVR_UI_KEY'),
  WEAVR_WEBHOOKS_KEY: filled('WEAVR_WEBHOOKS_KEY'),
  WEAVR_SECURE_SCRIPT: safeUrl('WEAVR_SECURE_SCRIPT'),
  WEAVR_SECURE_FRAMES: origins('WEAVR_SECURE_FRAMES'),
  WEAVR_PROFILE_MANAGED_ACCOUNTS: digits('WEAVR_PROFILE_MANAGED_ACCOUNTS'),
  WEAVR_PROFILE_TRANSFERS: digits('WEAVR_PROFILE_TRANSFERS'),
  WEAVR_PROFILE_CORPORATES: maybeDigits('WEAVR_PROFILE_CORPORATES'),
  WEAVR_PROFILE_CONSUMERS: maybeDigits('WEAVR_PROFILE_CONSUMERS'),
  WEAVR_FEE_TYPES: z
    .string()
    .regex(/^\w+(,\w+)*$/, 'WEAVR_FEE_TYPES must be names of fees with commas between.')
    .optional(),
  WEAVR_CURRENCIES: z
    .string()
    .regex(/^[A-Z]{3}(,[A-Z]{3})*$/, 'WEAVR_CURRENCIES must be currency codes with commas between, as in EUR,GBP,USD.')
    .default('EUR,GBP,USD'),
})

/**
 * Reads the environment. Every mistake is a sentence, and all are told at once; none repeats a value, which may be
 * secret. An empty variable is one that is not set.
 */
export function readEnvironment(given: NodeJS.ProcessEnv): ReadEnvironment {
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''))
  const general = General.safeParse(env)
  const weavr = Object.keys(env).some((name) => name.startsWith('WEAVR_')) ? Weavr.safeParse(env) : undefined
  const branded = BrandVariables.safeParse(env)
  const mistakes = [general, weavr, branded].flatMap((part) => part?.error?.issues.map((issue) => issue.message) ?? [])
  if (general.success) mistakes.push(...conflicts(general.data, weavr !== undefined))
  if (mistakes.length > 0 || !general.success || !branded.success || weavr?.success === false) {
    return { ok: false, mistakes }
  }

  const { data } = general
  const value: Environment = {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    publicOrigin: data.PUBLIC_ORIGIN ?? `http://127.0.0.1:${data.PAGE_PORT ?? data.PORT}`,
    // The embedded default is started by a person who wants to read the address, not a line per request.
    logLevel: data.LOG_LEVEL ?? (weavr ? 'info' : 'warn'),
    viteServesPage: data.DEV_VITE === '1',
    secureClient: data.SECURE_CLIENT,
    world: data.WORLD,
    sessionKey: data.SESSION_KEY,
    otherSessionKeys: data.SESSION_KEY_PREVIOUS,
    trustedProxies: data.TRUSTED_PROXIES,
    metricsPort: data.METRICS_PORT,
    drainMs: data.DRAIN_SECONDS * 1000,
    ...brandOf(branded.data),
    auditKey: data.AUDIT_KEY,
    sandboxSecret: data.SANDBOX_SECRET,
    weavr: weavr && weavrSettings(weavr.data),
  }
  return { ok: true, value }
}

function conflicts(data: z.output<typeof General>, weavr: boolean): string[] {
  const origin = data.PUBLIC_ORIGIN
  const away = origin !== undefined && URL.canParse(origin) && !isLoopback(new URL(origin).hostname)
  const mistakes: string[] = []
  if (away && !weavr) {
    mistakes.push(
      'PUBLIC_ORIGIN needs WEAVR_*: the embedded sandbox, with its control plane, is for this machine only.',
    )
  }
  if (origin !== undefined && URL.canParse(origin) && new URL(origin).hostname === 'localhost') {
    mistakes.push('PUBLIC_ORIGIN must not be localhost: that name is kept for the secure fields. Use 127.0.0.1.')
  }
  if (data.METRICS_PORT === data.PORT) {
    mistakes.push('METRICS_PORT must be another one than PORT: the figures are not for those who use the console.')
  }
  if (origin === undefined && !isLoopback(data.HOST) && data.HOST !== '::1') {
    mistakes.push('HOST lets other machines in; PUBLIC_ORIGIN must then say under which address they find the console.')
  }
  return mistakes
}

function weavrSettings(data: z.output<typeof Weavr>): WeavrSettings {
  return {
    baseUrl: data.WEAVR_BASE_URL,
    apiKey: data.WEAVR_API_KEY,
    uiKey: data.WEAVR_UI_KEY,
    webhooksKey: data.WEAVR_WEBHOOKS_KEY,
    secureScript: data.WEAVR_SECURE_SCRIPT,
    secureFrames: data.WEAVR_SECURE_FRAMES,
    profiles: {
      managedAccounts: data.WEAVR_PROFILE_MANAGED_ACCOUNTS,
      transfers: data.WEAVR_PROFILE_TRANSFERS,
      ...(data.WEAVR_PROFILE_CORPORATES !== undefined && { corporates: data.WEAVR_PROFILE_CORPORATES }),
      ...(data.WEAVR_PROFILE_CONSUMERS !== undefined && { consumers: data.WEAVR_PROFILE_CONSUMERS }),
    },
    currencies: data.WEAVR_CURRENCIES.split(','),
    feeTypes: data.WEAVR_FEE_TYPES?.split(',') ?? [],
  }
}
