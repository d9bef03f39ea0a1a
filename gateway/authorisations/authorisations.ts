import type { Logger } from 'pino'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import type { Bus } from '../live/bus'
import type { Hub } from '../live/hub'
import type { CallUpstream } from '../upstream/call-upstream'
import { createCardHolders } from './card-holders'
import { createDesk } from './desk'
import { createKeeper } from './keeper'
import { createNews } from './news'
import { type RealTime, realTime } from './real-time'
import { createRequestTable } from './request-table'
import { createRuleTable } from './rule-table'

type Needs = {
  store: Store
  clock: Clock
  bus: Bus
  hub: Hub
  log: Logger
  callUpstream: CallUpstream
  realTime?: RealTime
}
export type Authorisations = ReturnType<typeof createAuthorisations>

/** Everything that deciding on payments needs, tied together; starts nothing. */
export function createAuthorisations({ store, clock, bus, hub, log, callUpstream, realTime: time = realTime }: Needs) {
  const table = createRequestTable(store)
  const rules = createRuleTable(store, clock, bus)
  const keeper = createKeeper(store, log)
  const holders = createCardHolders(store, clock, callUpstream, log)
  const news = createNews(hub, log)
  const desk = createDesk({ store, clock, time, bus, table, rules, keeper, holders, news })
  return {
    table,
    rules,
    keeper,
    holders,
    desk,
    time,
    /** What is kept in memory belongs to a world that is gone. */
    forget(): void {
      rules.forget()
      holders.forget()
    },
    stop(): void {
      keeper.stop()
      news.stop()
    },
  }
}
