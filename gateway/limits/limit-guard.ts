import type { Guard, ProxyCall } from '../guard/guard'
import type { Metrics } from '../metrics/metrics'
import { kindOf } from './limited-operations'
import type { GiveBack, Limits } from './limits'
import { isCounted } from './rules'
import { tooMany } from './too-many'

/** Keeps codes, invitations and passwords from being asked for, or guessed, by a machine. The record is kept around it. */
export function limitGuard(limits: Limits, metrics: Metrics): Guard {
  const underWay = new WeakMap<ProxyCall, GiveBack>()
  return {
    async before(call) {
      const kind = kindOf(call.ep.id)
      if (!kind) return undefined
      const { type, id } = call.session.credentials
      const pass = await limits.take(kind, { account: `${type} ${id}`, address: call.address })
      if (pass.ok) {
        underWay.set(call, pass.giveBack)
        return undefined
      }
      metrics.count('rate_limited', { kind, by: pass.by })
      return tooMany(pass.retryAfterS)
    },
    async after(call, answer) {
      const kind = kindOf(call.ep.id)
      if (!kind || !isCounted(kind, answer.ok)) await underWay.get(call)?.()
      return answer
    },
  }
}
