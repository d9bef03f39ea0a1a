import type { Hono } from 'hono'
import * as z from 'zod'
import { enrolBiometric } from '../domain/factors/enrol-biometric'
import { reviewOutcomes } from '../domain/identities/kyi-moves'
import { expirePassword } from '../domain/passwords/expire-password'
import { moveUserKyc } from '../domain/users/user-kyc'
import type { Sandbox } from '../sandbox'
import { write } from './write'

const userId = z.string().regex(/^[0-9]+$/)
const Phone = z.object({ userId })
const Expiry = z.object({ email: z.email() })
const Review = z.object({ userId, outcome: z.enum(reviewOutcomes) })

/** What happens to people outside the API: a phone that is enrolled by itself, a password that grows old, a check that ends. */
export function peopleControl(app: Hono, sandbox: Sandbox): void {
  write(app, '/biometrics', Phone, async (phone) => {
    const enrolled = await sandbox.run((ctx) => enrolBiometric(ctx, phone.userId))
    return enrolled.ok ? { enrolled: phone.userId } : { refused: enrolled.refusal }
  })
  write(app, '/password-expiry', Expiry, async ({ email }) => {
    const expired = await sandbox.run((ctx) => expirePassword(ctx, email))
    return expired ? { expired: email } : { refused: 'NOT_FOUND' }
  })
  write(app, '/user-kyc', Review, async ({ userId: id, outcome }) => {
    const moved = await sandbox.run((ctx) => moveUserKyc(ctx, id, outcome))
    return moved.ok ? { moved: id } : { refused: moved.refusal }
  })
}
