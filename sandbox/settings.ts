import type { Store } from '../storage/open'

export type StepUpMode = 'strict' | 'documented' | 'off'

/** What the control plane may turn; read in memory, kept in the database so that a restart changes nothing. */
export type Settings = {
  stepUp: StepUpMode
  /** Operations a second that the bulk engine may run; null is full speed. */
  bulkPace: number | null
  /** Name of the world that the database holds. */
  world: string
  /** Where webhooks and forwarded questions go, as in `http://127.0.0.1:4000/webhooks/multi`; null is nowhere. */
  webhookAddress: string | null
  /** Where the company's app on a phone brings the token of a sign-in that was approved; null is nowhere. */
  handOverAddress: string | null
  /** Whether submitted wires are paid out by themselves after a while, or wait for a call of the simulator. */
  wireSettlement: 'automatic' | 'simulator'
  /** Whether the platform is asked about money that comes in, and what holds where it does not say. */
  askAboutIncomingWires: boolean
  undecidedIncomingWires: 'APPROVED' | 'DENIED'
}

export const defaultSettings: Settings = {
  stepUp: 'documented',
  bulkPace: null,
  world: 'empty',
  webhookAddress: null,
  handOverAddress: null,
  wireSettlement: 'automatic',
  askAboutIncomingWires: false,
  undecidedIncomingWires: 'APPROVED',
}

/** Under which name each is kept. */
export const settingRows = {
  stepUp: 'step-up',
  bulkPace: 'bulk-pace',
  world: 'world',
  webhookAddress: 'webhook-address',
  handOverAddress: 'hand-over-address',
  wireSettlement: 'wire-settlement',
  askAboutIncomingWires: 'ask-about-incoming-wires',
  undecidedIncomingWires: 'undecided-incoming-wires',
} as const satisfies Record<keyof Settings, string>

/** Reads the kept settings into `settings`, in place: every part of the sandbox holds the same object. */
export async function loadSettings(store: Store, settings: Settings): Promise<void> {
  const kept = new Map(
    (await store.db.selectFrom('sandbox_setting').selectAll().execute()).map((r) => [r.name, r.value]),
  )
  const stepUp = kept.get(settingRows.stepUp)
  const pace = Number(kept.get(settingRows.bulkPace))
  settings.stepUp = stepUp === 'strict' || stepUp === 'off' ? stepUp : 'documented'
  settings.bulkPace = Number.isFinite(pace) && pace > 0 ? pace : null
  settings.world = kept.get(settingRows.world) ?? defaultSettings.world
  settings.wireSettlement = kept.get(settingRows.wireSettlement) === 'simulator' ? 'simulator' : 'automatic'
  settings.askAboutIncomingWires = kept.get(settingRows.askAboutIncomingWires) === 'true'
  settings.undecidedIncomingWires =
    kept.get(settingRows.undecidedIncomingWires) === 'DENIED' ? 'DENIED' : defaultSettings.undecidedIncomingWires
  const address = kept.get(settingRows.webhookAddress)
  // Never set here leaves what the process was started with; an empty one was taken away.
  if (address !== undefined) settings.webhookAddress = address === '' ? null : address
  const handOver = kept.get(settingRows.handOverAddress)
  if (handOver !== undefined) settings.handOverAddress = handOver === '' ? null : handOver
}

/** Changes one setting in memory and in the database. */
export async function changeSetting<K extends keyof Settings>(
  store: Store,
  settings: Settings,
  name: K,
  value: Settings[K],
): Promise<void> {
  await writeSetting(store, settingRows[name], String(value ?? ''))
  settings[name] = value
}

/** What the database holds of a setting; `undefined` where it was never changed. */
export const keptSetting = (store: Store, name: keyof Settings): Promise<string | undefined> =>
  readSetting(store, settingRows[name])

export async function writeSetting(store: Store, name: string, value: string): Promise<void> {
  await store.db
    .insertInto('sandbox_setting')
    .values({ name, value })
    .onConflict((oc) => oc.column('name').doUpdateSet({ value }))
    .execute()
}

export async function readSetting(store: Store, name: string): Promise<string | undefined> {
  const row = await store.db.selectFrom('sandbox_setting').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}
