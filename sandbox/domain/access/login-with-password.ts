import type * as z from 'zod'
import type { loginWithPassword as endpoint } from '../../../contract/access'
import type { Req, Res } from '../../../contract/endpoint'
import type { Keys } from '../../keys'
import { announceLogin } from '../challenges/announce'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { changeCredentialDocument, credentialDocument } from '../identities/credential-document'
import { type CredentialRow, credentialsId, findIdentity, identityId, loginsOf } from '../identities/credentials'
import { matchesPassword } from '../passwords/hash'
import { openPassword } from '../passwords/secure-tokens'
import { programme } from '../programme'
import { shutOut } from '../users/shut-out'
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
  if (logins.some((login) => login.locked_until > ctx.now())) {
    await announceRefusal(ctx, logins)
    return refuse('LOCKED')
  }
  const known = logins.find((login) => login.password_hash !== null)
  if (!(await matchesPassword(plain.value, known?.password_hash))) {
    await countFailure(ctx, logins)
    await announceRefusal(ctx, logins)
    return refuse('FORBIDDEN')
  }
  const [login, ...others] = logins.filter((each) => each.active)
  const identity = login && (await findIdentity(ctx, login.identity_id))
  if (!login || !identity) {
    await announceRefusal(ctx, logins)
    return refuse('FORBIDDEN')
  }
  await forgetFailures(ctx, logins)

  if (login.password_expires_at > 0 && login.password_expires_at <= ctx.now()) {
    const who = { credentialId: login.id, identityId: login.identity_id }
    const token = await issueToken(ctx, keys, { ...who, kind: 'PASSWORD_EXPIRED' })
    return { ok: false, refusal: 'CONFLICT', body: { token } }
  }
  const session = await openSession(ctx, keys, login, 1 + others.length)
  await announceLogin(ctx, login.id, 'PASSWORD', 'VERIFIED')
  return done({ ...session, identity: identityId(identity), credentials: credentialsId(login) })
}

/** Nobody hears of an address that is no one's; of a person's several logins, the first stands for all. */
async function announceRefusal(ctx: Ctx, [login]: readonly CredentialRow[]): Promise<void> {
  if (login) await announceLogin(ctx, login.id, 'PASSWORD', 'DECLINED')
}

async function countFailure(ctx: Ctx, logins: readonly CredentialRow[]): Promise<void> {
  for (const login of logins) {
    const failures = login.failed_logins + 1
    if (failures >= programme.signIn.maxFailures) await lock(ctx, login)
    else await write(ctx, login, { failed_logins: failures })
  }
}

/** Half an hour; an authorised user to whom it happens again and again needs another user's help after that. */
async function lock(ctx: Ctx, login: CredentialRow): Promise<void> {
  await write(ctx, login, { failed_logins: 0, locked_until: ctx.now() + programme.signIn.lockMs })
  const locks = (credentialDocument(login).locks ?? 0) + 1
  await changeCredentialDocument(ctx, login.id, { locks })
  if (locks < programme.signIn.locksBeforeDeactivation || login.type === 'ROOT' || !login.active) return
  await shutOut(ctx, login, { actionDoneBy: 'UNDEFINED', reasonCode: 'ACCOUNT_SECURITY' })
}

async function forgetFailures(ctx: Ctx, logins: readonly CredentialRow[]): Promise<void> {
  for (const login of logins) {
    if (login.failed_logins > 0) await write(ctx, login, { failed_logins: 0 })
    if (credentialDocument(login).locks) await changeCredentialDocument(ctx, login.id, { locks: 0 })
  }
}

async function write(
  ctx: Ctx,
  { id }: CredentialRow,
  change: Partial<Pick<CredentialRow, 'failed_logins' | 'locked_until'>>,
): Promise<void> {
  await ctx.tx.updateTable('sandbox_credential').set(change).where('id', '=', id).execute()
}
