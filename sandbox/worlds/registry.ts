import { emptySandbox } from '../../storage/empty'
import type { Store } from '../../storage/open'
import { inTransaction } from '../../storage/transaction'
import { keepClock } from '../control/clock'
import type { Sandbox } from '../sandbox'
import { changeSetting, defaultSettings, keptSetting, readSetting } from '../settings'
import { busyCompany } from './busy-company/busy-company'
import { consumer } from './consumer/consumer'
import { multiIdentity } from './multi-identity/multi-identity'
import { onboarding } from './onboarding/onboarding'
import { smallCompany } from './small-company/small-company'
import { openSite, type SignIn, type World } from './world'

export type { SignIn } from './world'

export const worldNames = [
  'empty',
  'small-company',
  'busy-company',
  'consumer',
  'onboarding',
  'multi-identity',
] as const
export type WorldName = (typeof worldNames)[number]

const worlds: Record<WorldName, World> = {
  empty: { signIns: [], build: async () => {} },
  'small-company': smallCompany,
  'busy-company': busyCompany,
  consumer,
  onboarding,
  'multi-identity': multiIdentity,
}

export const signInsOf = (name: string): readonly SignIn[] =>
  worldNames.filter((n) => n === name).flatMap((n) => worlds[n].signIns)

/**
 * Empties the database and builds a world in it. The clock stays where it is, since time does not run backwards; settings
 * go back to their defaults, but for the platform's address. Workers must be at rest. Answers who can sign in.
 */
export async function buildWorld(sandbox: Sandbox, name: WorldName): Promise<readonly SignIn[]> {
  const { store, settings } = sandbox
  const { webhookAddress } = settings
  const keptAddress = await keptSetting(store, 'webhookAddress')
  await emptySandbox(store)
  Object.assign(settings, { ...defaultSettings, webhookAddress })
  await keepClock(sandbox)
  if (keptAddress !== undefined) await changeSetting(store, settings, 'webhookAddress', webhookAddress)
  await inTransaction(store, async (tx) => {
    await worlds[name].build(openSite(sandbox, tx))
    await changeSetting({ ...store, db: tx }, settings, 'world', name)
  })
  return worlds[name].signIns
}

/** Whether no world was ever built here, not even the empty one: the time to build the first. */
export async function holdsNothing(store: Store): Promise<boolean> {
  if ((await readSetting(store, 'world')) !== undefined) return false
  return (await store.db.selectFrom('sandbox_identity').select('id').limit(1).executeTakeFirst()) === undefined
}
