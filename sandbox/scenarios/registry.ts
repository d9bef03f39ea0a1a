import type { Sandbox } from '../sandbox'
import { accountScenarios } from './accounts'
import { bulkScenarios } from './bulks'
import { cardScenarios } from './cards'
import { identityScenarios } from './identities'
import { paymentScenarios } from './payments'
import { peopleScenarios } from './people'
import { purchaseScenarios } from './purchases'
import type { Opened, Scenario } from './scenario'
import { openScene } from './scene'
import { webhookScenarios } from './webhooks'
import { wireScenarios } from './wires'

/** Every state that is hard to reach, each opened by one call of the control plane. */
export const scenarios: readonly Scenario[] = [
  ...identityScenarios,
  ...peopleScenarios,
  ...accountScenarios,
  ...cardScenarios,
  ...purchaseScenarios,
  ...paymentScenarios,
  ...wireScenarios,
  ...bulkScenarios,
  ...webhookScenarios,
]

/**
 * Builds a scenario in the world that is there, in one transaction; each time anew, with people and things of its own.
 * `undefined` where there is none of that name.
 */
export async function openScenario(sandbox: Sandbox, name: string): Promise<Opened | undefined> {
  const scenario = scenarios.find((one) => one.name === name)
  if (!scenario) return undefined
  const opened = await sandbox.run(async (ctx) => scenario.build(await openScene(sandbox, ctx.tx)))
  // What it ordered for later, and what it wants told.
  for (const worker of ['schedule', 'webhooks'] as const) sandbox.wake[worker]()
  await scenario.afterwards?.(sandbox, opened)
  return opened
}
