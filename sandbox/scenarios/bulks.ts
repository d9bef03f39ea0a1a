import { executeBulk, pauseBulk } from '../domain/bulks/steer-bulk'
import { submitBulk } from '../domain/bulks/submit-bulk'
import { programme } from '../domain/programme'
import { runBulk } from '../worlds/run-bulk'
import { must } from '../worlds/world'
import type { Scenario } from './scenario'
import { type Company, DAY, HOUR, instrument, type Scene } from './scene'

async function payroll(scene: Scene, company: Company, rows: number, funds: number): Promise<string> {
  const opened = scene.now - 10 * DAY
  const source = await scene.account(company, { name: 'Payroll', amount: funds, instant: opened })
  const destination = await scene.account(company, { name: 'Wages', instant: opened })
  const order = (row: number) => ({
    profileId: programme.profiles.transfers,
    tag: `row-${row}`,
    source: instrument(source),
    destination: instrument(destination),
    destinationAmount: { currency: 'EUR', amount: 10_00 },
  })
  const items = Array.from({ length: rows }, (_, row) => ({ requestBody: order(row + 1) }))
  return (await must(submitBulk(company.at(scene.now - 2 * HOUR), '/transfers', items))).bulkId
}

export const bulkScenarios: readonly Scenario[] = [
  {
    name: 'bulk-with-312-failures',
    title: 'Bulk with 312 failures',
    what: 'A thousand transfers of which the last 312 found no money: partially completed, each failure with its code.',
    build: async (scene) => {
      const company = await scene.company()
      const bulk = await payroll(scene, company, 1000, 688 * 10_00)
      await must(executeBulk(company.at(scene.now - HOUR), bulk, {}))
      await runBulk(scene, bulk, 1000, scene.now - HOUR + 1000)
      return { signIns: [company.signIn], ids: { bulk } }
    },
  },
  {
    name: 'bulk-paused-half-way',
    title: 'Bulk paused half way',
    what: 'Four hundred transfers, two hundred of them done; the rest waits to be resumed or cancelled.',
    build: async (scene) => {
      const company = await scene.company()
      const bulk = await payroll(scene, company, 400, 5_000_00)
      await must(executeBulk(company.at(scene.now - HOUR), bulk, {}))
      await runBulk(scene, bulk, 200, scene.now - HOUR + 1000)
      await must(pauseBulk(company.at(scene.now - HOUR + 2000), bulk))
      return { signIns: [company.signIn], ids: { bulk } }
    },
  },
]
