import { LoginEvent, loginWatch } from '../../contract/events/access'
import type { GatewayParts } from '../parts'

type Needs = Pick<GatewayParts, 'entries' | 'audit'>

/**
 * What the platform tells of a sign-in by phone that came to nothing: whoever waits for it need wait no longer. The message
 * names the person and not the challenge. Where two browsers wait for the same person nobody knows which of them it is
 * about, and where the person has never signed in here nobody knows their address: then the entry ends by its time.
 */
export async function phoneNews({ entries, audit }: Needs, webhook: string, payload: unknown): Promise<void> {
  if (webhook !== loginWatch.id) return
  const read = LoginEvent.safeParse(payload)
  if (!read.success || read.data.type !== 'BIOMETRIC' || read.data.status === 'VERIFIED') return
  const known = new Set(await audit.people.addressesOf(read.data.credential))
  if (known.size === 0) return
  const [one, another] = (await entries.phones()).filter(({ email }) => known.has(audit.people.hashOf(email)))
  if (one && !another) await entries.answered(one.id, { state: read.data.status })
}
