import type { Logger } from 'pino'
import type { Store } from '../../storage/open'
import { type Bus, createLocalBus } from './bus'
import { createPostgresBus } from './postgres-bus'

/** The bus that the database allows: PostgreSQL's own between processes, else that of one process. */
export const openBus = ({ db, connection }: Store, log: Logger): Bus =>
  connection ? createPostgresBus(db, connection, log) : createLocalBus()
