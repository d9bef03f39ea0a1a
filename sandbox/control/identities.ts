import type { Context, Hono } from 'hono'
import * as z from 'zod'
import { ActionDoneBy, IdentityDeactivatedReasonCode } from '../../contract/events/identities'
import { type Ctx, done, type Outcome, refuse } from '../domain/context'
import { findIdentity } from '../domain/identities/credentials'
import { declareDirectors } from '../domain/identities/directors'
import { reviewOutcomes } from '../domain/identities/kyi-moves'
import { directorsOf, listAllIdentities } from '../domain/identities/list-all-identities'
import { manageOnboarding } from '../domain/identities/manage-onboarding'
import { reviewDirector, startDirector } from '../domain/identities/review-director'
import { reviewIdentity } from '../domain/identities/review-identity'
import { activateIdentity, deactivateIdentity } from '../domain/identities/switch-identity'
import type { Sandbox } from '../sandbox'
import { readInput } from './write'

const Review = z.object({
  outcome: z.enum(reviewOutcomes),
  details: z.array(z.string()).optional(),
  comment: z.string().max(500).optional(),
})
const IdentityReview = Review.extend({
  documentExpiryDate: z.int().min(0).optional(),
  identityRestrictionDate: z.int().min(0).optional(),
})
const Doer = z.object({ actionDoneBy: ActionDoneBy.optional() })
const Deactivation = Doer.extend({ reasonCode: IdentityDeactivatedReasonCode.default('UNDEFINED_REASON') })
const Managed = z.object({ pending: z.boolean() })
const Director = z.object({
  type: z.enum(['UBO', 'DIRECTOR', 'UNKNOWN', 'SHAREHOLDER', 'PARTNER', 'OTHER_DIRECTOR']),
  firstName: z.string().min(1).max(100),
  middleName: z.string().max(100).optional(),
  lastName: z.string().min(1).max(100),
  email: z.email(),
})

/** What the vendor's reviewers and the programme's portal do to identities; paths relative to `/__sandbox`. */
export function identityControl(app: Hono, sandbox: Sandbox): void {
  app.get('/identities', async (c) => c.json({ identities: await sandbox.run(listAllIdentities) }))
  act(app, sandbox, '/identities/:id/review', IdentityReview, (ctx, identityId, review) =>
    reviewIdentity(ctx, { identityId, ...review }),
  )
  act(app, sandbox, '/identities/:id/deactivate', Deactivation, (ctx, identityId, { reasonCode, actionDoneBy }) =>
    deactivateIdentity(ctx, { identityId, reasonCode, ...(actionDoneBy && { actionDoneBy }) }),
  )
  act(app, sandbox, '/identities/:id/activate', Doer, (ctx, identityId, { actionDoneBy }) =>
    activateIdentity(ctx, { identityId, ...(actionDoneBy && { actionDoneBy }) }),
  )
  act(app, sandbox, '/identities/:id/managed-onboarding', Managed, (ctx, identityId, { pending }) =>
    manageOnboarding(ctx, { identityId, pending }),
  )
  app.get('/identities/:id/directors', async (c) =>
    c.json({ directors: await sandbox.run((ctx) => directorsOf(ctx, c.req.param('id'))) }),
  )
  act(app, sandbox, '/identities/:id/directors', Director, async (ctx, identityId, director) => {
    const identity = await findIdentity(ctx, identityId)
    if (identity?.type !== 'CORPORATE') return refuse('NOT_FOUND')
    const [id] = await declareDirectors(ctx, identity, [director])
    return done({ id })
  })
  act(app, sandbox, '/directors/:id/review', Review, (ctx, directorId, review) =>
    reviewDirector(ctx, { directorId, ...review }),
  )
  act(app, sandbox, '/directors/:id/start', z.object({}), (ctx, directorId) => startDirector(ctx, directorId))
}

/** One deed about the thing that the path names: 404 where there is none, 409 with the word of a refusal. */
function act<S extends z.ZodType>(
  app: Hono,
  sandbox: Sandbox,
  path: string,
  schema: S,
  verb: (ctx: Ctx, id: string, input: z.output<S>) => Promise<Outcome<object | undefined, string>>,
): void {
  app.post(path, async (c: Context) => {
    const input = await readInput(c, schema)
    if (!input.ok) return input.response
    const outcome = await sandbox.run((ctx) => verb(ctx, c.req.param('id') ?? '', input.value))
    if (outcome.ok) return c.json(outcome.value ?? {})
    return c.json({ errorCode: outcome.refusal }, outcome.refusal === 'NOT_FOUND' ? 404 : 409)
  })
}
