import type { Ctx } from '../context'
import { restrictIdentity } from './review-identity'

export const identityDue = {
  'identity-restriction': (ctx: Ctx, identityId: string) => restrictIdentity(ctx, identityId),
} as const
