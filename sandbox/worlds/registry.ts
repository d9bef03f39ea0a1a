import { emptyTables } from '../../storage/empty'
import type { Store } from '../../storage/open'
import { inTransaction } from '../../storage/transaction'
import { keepClock } from '../control/clock'
import type { Sandbox } from '../sandbox'
import { defaultSettings, keptSetting, readSetting, settingRows, writeSetting } from '../settings'
import { busyCompany } from './busy-company/busy-company'
import { consumer } from './consumer/consumer'
import { multiIdentity } from './multi-identity/multi-identity'
import { onboarding } from './onboarding/onboarding'
import { smallCompany } from './small-company/small-company'
import { keepSnapshot, restoreSnapshot } from './snapshot'
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
  empty: { what: 'Nobody and nothing.', signIns: [], build: async () => {} },
  'small-company': smallCompany,
  'busy-company': busyCompany,
  consumer,
  onboarding,
  'multi-identity': multiIdentity,
}

/** Every world with what there is to see in it and who can sign in. */
export const worldList = () =>
  worldNames.map((name) => ({ name, what: worlds[name].what, signIns: worlds[name].signIns }))

export const findWorldName = (name: string): WorldName | undefined => worldNames.find((known) => known === name)

export function signInsOf(name: string): readonly SignIn[] {
  const known = findWorldName(name)
  return known === undefined ? [] : worlds[known].signIns
}

/**
 * Puts a world in place of what the database holds. The clock stays where it is, since time does not run backwards; settings
 * go back to their defaults, but for the platform's address. Workers must be at rest. Answers who can sign in.
 *
 * Everything is one transaction: where it fails, the former world is there as if nothing had been. Whoever asks the database
 * meanwhile waits; what does not, as `/health`, is answered (see `breathe`).
 */
export async function buildWorld(sandbox: Sandbox, name: WorldName): Promise<readonly SignIn[]> {
  const { store, settings } = sandbox
  const { webhookAddress, handOverAddress } = settings
  await inTransaction(store, async (tx) => {
    const inside: Store = { ...store, db: tx }
    const kept: (string | undefined)[] = []
    for (const address of addresses) kept.push(await keptSetting(inside, address))
    await emptyTables(tx, store.engine)
    await keepClock({ ...sandbox, store: inside })
    for (const [n, address] of addresses.entries()) {
      const value = kept[n]
      if (value !== undefined) await writeSetting(inside, settingRows[address], value)
    }
    const world = worlds[name]
    if (!(await restoreSnapshot(sandbox, tx, name, world))) {
      await world.build(openSite(sandbox, tx))
      await keepSnapshot(sandbox, tx, name, world)
    }
    await writeSetting(inside, settingRows.world, name)
  })
  Object.assign(settings, { ...defaultSettings, webhookAddress, handOverAddress, world: name })
  return worlds[name].signIns
}

/** Where others are belongs to no world. */
const addresses = ['webhookAddress', 'handOverAddress'] as const

/** Whether no world was ever built here, not even the empty one: the time to build the first. */
export async function holdsNothing(store: Store): Promise<boolean> {
  if ((await readSetting(store, 'world')) !== undefined) return false
  return (await store.db.selectFrom('sandbox_identity').select('id').limit(1).executeTakeFirst()) === undefined
}
