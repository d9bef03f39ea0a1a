import { type Kysely, Migrator } from 'kysely'
import * as initial from './migrations/0001-initial'
import * as machinery from './migrations/0002-machinery'
import * as onboarding from './migrations/0003-onboarding'
import * as trust from './migrations/0004-trust'
import * as payments from './migrations/0005-payments'
import * as cards from './migrations/0006-cards'
import * as cardPayments from './migrations/0007-card-payments'
import * as access from './migrations/0008-access'
import * as proposals from './migrations/0009-proposals'
import * as audit from './migrations/0010-audit'
import * as webhooksIn from './migrations/0011-webhooks-in'
import * as authorisations from './migrations/0012-authorisations'
import * as live from './migrations/0013-live'
import * as limits from './migrations/0014-limits'
import * as entries from './migrations/0015-entries'
import type { Engine, Store } from './open'

type Change = { up: (db: Kysely<unknown>, engine: Engine) => Promise<void> }

/** In order of name; a released one is never edited, a change is a new one. */
const migrations: Record<string, Change> = {
  '0001-initial': initial,
  '0002-machinery': machinery,
  '0003-onboarding': onboarding,
  '0004-trust': trust,
  '0005-payments': payments,
  '0006-cards': cards,
  '0007-card-payments': cardPayments,
  '0008-access': access,
  '0009-proposals': proposals,
  '0010-audit': audit,
  '0011-webhooks-in': webhooksIn,
  '0012-authorisations': authorisations,
  '0013-live': live,
  '0014-limits': limits,
  '0015-entries': entries,
}

/**
 * Brings the database to the newest schema; does nothing where it has it. Several processes may start at once on one
 * PostgreSQL: the migrator holds an advisory lock there while it looks and works. SQLite serves one process.
 */
export async function migrate({ db, engine }: Pick<Store, 'db' | 'engine'>): Promise<void> {
  const bound = Object.entries(migrations).map(([name, { up }]) => [
    name,
    { up: (on: Kysely<unknown>) => up(on, engine) },
  ])
  const migrator = new Migrator({ db, provider: { getMigrations: async () => Object.fromEntries(bound) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
