import type { Hono } from 'hono'
import { type StepUpByPhone, stepUpByPhoneGet } from '../../contract/console/step-up'
import { stepupSCAChallengePush } from '../../contract/step-up-challenges'
import { serve } from '../console/serve'
import type { Guard } from '../guard/guard'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { readAnswer } from '../upstream/read-answer'
import type { Session, SessionTable } from './session-table'

/** As long as a challenge lives. */
const LIFE_MS = 5 * 60_000

/** Notes which question to a phone is this session's: what the phone says is told with the challenge's id alone. */
export function notePhoneAsked(table: Pick<SessionTable, 'phoneAsked'>, now: () => number): Guard {
  return {
    async after({ ep, session }, answer) {
      if (ep.id !== stepupSCAChallengePush.id || !answer.ok) return answer
      const asked = await readAnswer(stepupSCAChallengePush.responses[200], answer.clone())
      if (asked) await table.phoneAsked(session.id, { id: asked.id, until: now() + LIFE_MS })
      return answer
    },
  }
}

/** Whoever waits for their phone asks here; where it has approved, the session is stepped up and gets a new cookie. */
export function stepUpByPhoneRoute(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { table, inbox, cookie, options } = parts
  const { clock } = options

  serve(app, parts, stepUpByPhoneGet, async (_, { session, c }) => {
    const view = await stateOf(session)
    const response = Response.json(view)
    const cookieId = cookie.read(c)
    if (view.state !== 'VERIFIED' || session.steppedUp || cookieId === undefined) return response
    const fresh = await table.stepUp(session, cookieId)
    if (fresh !== undefined) cookie.set(response.headers, fresh)
    return response
  })

  async function stateOf({ phone, identity }: Session): Promise<StepUpByPhone> {
    const now = clock.now()
    if (!phone) return { state: 'NONE', now }
    const told = await inbox.table.stateOf('stepup_watch', identity.id, phone.id)
    const state = outcomes.find((outcome) => outcome === told) ?? (phone.until > now ? 'WAITING' : 'EXPIRED')
    return { state, expiresAt: phone.until, now }
  }
}

const outcomes = ['VERIFIED', 'DECLINED', 'EXPIRED'] as const
