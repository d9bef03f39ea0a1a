import type * as z from 'zod'
import type { loginWithPassword as endpoint } from '../../../contract/access'
import type { Req, Res } from '../../../contract/endpoint'
import type { Keys } from '../../keys'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { type CredentialRow, credentialsId, findIdentity, identityId, loginsOf } from '../identities/credentials'
import { matchesPassword } from '../passwords/hash'
import { openPassword } from '../passwords/secure-tokens'
import { programme } from '../programme'
import { openSession } from './sign-in'
import { issueToken } from './tokens'

type Answer = Res<typeof endpoint>
type Refusal = 'TOKEN_NOT_FOUND' | 'TOKEN_EXPIRED' | 'FORBIDDEN' | 'LOCKED'
type Expired = { ok: false; refusal: 'CONFLICT'; body: z.output<(typeof endpoint)['conflict']> }

/**
 * Signs a person in. An unknown address, a wrong password and a deactivated person are one and the same refusal; after
 * five of them the address is locked for half an hour, even for the right password. Mirrors `loginWithPassword`.
 */
export async function loginWithPassword(
  ctx: Ctx,
  keys: Keys,
  { email, password }: Req<typeof endpoint>['body'],
): Promise<Outcome<Answer, Refusal> | Expired> {
  const plain = await openPassword(ctx, keys, password.value, 'spend')
  if (!plain.ok) return plain
  const logins = await loginsOf(ctx, email)
  if (logins.some((login) => login.locked_until > ctx.now())) return refuse('LOCKED')
  const known = logins.find((login) => login.password_hash !== null)
  if (!(await matchesPassword(plain.value, known?.password_hash))) {
    await countFailure(ctx, logins)
    return refuse('FORBIDDEN')
  }
  const [login, ...others] = logins.filter((each) => each.active)
  const identity = login && (await findIdentity(ctx, login.identity_id))
  if (!login || !identity) return refuse('FORBIDDEN')
  await forgetFailures(ctx, logins)

  if (login.password_expires_at > 0 && login.password_expires_at <= ctx.now()) {
    const who = { credentialId: login.id, identityId: login.identity_id }
    const token = await issueToken(ctx, keys, { ...who, kind: 'PASSWORD_EXPIRED' })
    return { ok: false, refusal: 'CONFLICT', body: { token } }
  }
  const session = await openSession(ctx, keys, login, 1 + others.length)
  return done({ ...session, identity: identityId(identity), credentials: credentialsId(login) })
}

async function countFailure(ctx: Ctx, logins: readonly CredentialRow[]): Promise<void> {
  for (const login of logins) {
    const failures = login.failed_logins + 1
    const locks = failures >= programme.signIn.maxFailures
    const locked_until = locks ? ctx.now() + programme.signIn.lockMs : login.locked_until
    await ctx.tx
      .updateTable('sandbox_credential')
      .set({ failed_logins: locks ? 0 : failures, locked_until })
      .where('id', '=', login.id)
      .execute()
  }
}

async function forgetFailures(ctx: Ctx, logins: readonly CredentialRow[]): Promise<void> {
  const marked = logins.filter((login) => login.failed_logins > 0).map((login) => login.id)
  if (marked.length === 0) return
  await ctx.tx.updateTable('sandbox_credential').set({ failed_logins: 0 }).where('id', 'in', marked).execute()
}
