import type { Hono } from 'hono'
import * as entry from '../../contract/console/entry'
import { lostPasswordInitiate, lostPasswordResume, passwordCreate, passwordUpdate } from '../../contract/passwords'
import { serveOpen } from '../console/serve-open'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import type { Admitted } from '../session/admission'
import { unusable } from '../session/sign-in'
import { readAnswer } from '../upstream/read-answer'
import { entryOf, over } from './entry-routes'
import { outcome } from './outcome'

/** Passwords of who is not signed in: the first one, an expired one, a lost one. */
export function passwordRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { entries, admission, limits } = parts
  const here = entryOf(parts)

  serveOpen(app, parts, entry.entryPassword, { kind: 'password-reset' }, async ({ body }, { c, call, note }) => {
    const found = await here(c)
    if (found?.kind !== 'registration') return over()
    const { userId: user_id, type, identityId: id } = found.document
    const answer = await call(passwordCreate, { params: { user_id }, body })
    if (!answer.ok) return answer
    const set = await readAnswer(passwordCreate.responses[200], answer)
    if (!set) return unusable()
    await entries.endRegistrations(found.email)
    const opening = { token: set.token, identity: { type, id }, credentials: { type: 'ROOT', id: user_id } } as const
    return outcome(await admission.admit(c, call, opening, found.email), note)
  })

  // The old password is typed once more: whoever guesses it is stopped as at a sign-in.
  serveOpen(app, parts, entry.entryPasswordChange, { kind: 'sign-in' }, async ({ body }, { c, call, note }) => {
    const found = await here(c)
    if (found?.kind !== 'password-expired' || found.token === undefined) return over()
    const answer = await call(passwordUpdate, { body }, found.token)
    if (answer.status === 401) return over()
    if (!answer.ok) return answer
    const admitted = await replaced(found.email, async () => {
      await entries.end(found.id)
      const set = await readAnswer(passwordUpdate.responses[200], answer)
      if (!set) return nothing()
      const opening = { token: set.token, identity: set.passwordInfo?.identityId }
      return admission.admit(c, call, opening, found.email)
    })
    return outcome(admitted, note)
  })

  const meant = ({ body }: { body: { email: string } }) => ({ email: body.email })
  const start = { kind: 'password-reset', meant } as const
  serveOpen(app, parts, entry.lostPasswordStart, start, async ({ body }, { call }) => {
    const answer = await call(lostPasswordInitiate, { body })
    // Whose address it is, and whether it is anybody's, is not for a stranger to learn.
    return answer.ok || answer.status === 409 || answer.status === 403 ? undefined : answer
  })

  const resume = { kind: 'code-verify', meant } as const
  serveOpen(app, parts, entry.passwordRecover, resume, async ({ body }, { c, call, note }) => {
    const answer = await call(lostPasswordResume, { body })
    if (!answer.ok) return answer
    const admitted = await replaced(body.email, async () => {
      const set = await readAnswer(lostPasswordResume.responses[200], answer)
      return set ? admission.admit(c, call, { token: set.token }, body.email) : nothing()
    })
    return outcome(admitted, note)
  })

  /**
   * The former password is worth nothing any more: neither what it opened elsewhere, nor a lock that it ran into; also where
   * nothing comes of the sign-in with the new one.
   */
  async function replaced(email: string, admit: () => Promise<Admitted>): Promise<Admitted> {
    let others: Parameters<typeof admission.endOthers>[1] = {}
    try {
      await limits.unlocked(email)
      const admitted = await admit()
      if (admitted.kind === 'entry') others = { kept: admitted.id }
      if (admitted.kind === 'session') others = { kept: admitted.session.id, credentials: admitted.session.credentials }
      return admitted
    } finally {
      await admission.endOthers(email, others)
    }
  }
}

const nothing = (): Admitted => ({ kind: 'refused', response: unusable() })
