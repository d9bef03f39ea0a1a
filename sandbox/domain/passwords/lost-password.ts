import type { Req } from '../../../contract/endpoint'
import type { lostPasswordResume } from '../../../contract/passwords'
import type { Keys } from '../../keys'
import { openSession } from '../access/sign-in'
import { changeChallenge, insertChallenge, latestChallenge, supersede } from '../challenges/challenge-rows'
import { answerCode } from '../challenges/ladder'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { type CredentialRow, loginsOf } from '../identities/credentials'
import { type Weakness, weakness } from './rules'
import { openPassword } from './secure-tokens'
import { setPassword, wasUsed } from './set-password'

const PURPOSE = 'LOST_PASSWORD'
type StartRefusal = 'ACCOUNT_NOT_FOUND' | 'MULTIPLE_ACCOUNTS_FOUND'

/** Sends the code that lets a person choose a new password. Mirrors `lostPasswordInitiate`. */
export async function startLostPassword(ctx: Ctx, email: string): Promise<Outcome<undefined, StartRefusal>> {
  const [login, ...others] = (await loginsOf(ctx, email)).filter((each) => each.active)
  if (!login) return refuse('ACCOUNT_NOT_FOUND')
  // One person may be root of several companies with one password; another kind of login is another account.
  if (others.some((each) => each.type !== login.type)) return refuse('MULTIPLE_ACCOUNTS_FOUND')
  const previous = await latestChallenge(ctx, { purpose: PURPOSE, credentialId: login.id })
  if (previous?.status === 'PENDING') await supersede(ctx, previous.id)
  await insertChallenge(ctx, { purpose: PURPOSE, credentialId: login.id, channel: 'EMAIL' })
  return done(undefined)
}

type Problem = 'PASSWORD_ALREADY_USED' | 'PASSWORD_NOT_SET' | Weakness
type ResumeRefusal = 'TOKEN_NOT_FOUND' | 'TOKEN_EXPIRED' | 'INVALID_NONCE_OR_EMAIL' | Problem

/** Sets a new password on the word of the code and signs the person in. Mirrors `lostPasswordResume`. */
export async function resumeLostPassword(
  ctx: Ctx,
  keys: Keys,
  { nonce, email, newPassword }: Req<typeof lostPasswordResume>['body'],
): Promise<Outcome<{ token: string }, ResumeRefusal>> {
  const plain = await openPassword(ctx, keys, newPassword.value, 'spend')
  if (!plain.ok) return plain
  const logins = (await loginsOf(ctx, email)).filter((each) => each.active)
  const [login] = logins
  if (!login) return refuse('INVALID_NONCE_OR_EMAIL')
  const challenge = await latestChallenge(ctx, { purpose: PURPOSE, credentialId: login.id })
  // The code comes first: what is said about the password afterwards is for its owner only.
  const answered = await answerCode(ctx, challenge, nonce)
  if (!challenge || !answered.ok) return refuse('INVALID_NONCE_OR_EMAIL')
  const problem = await problemWith(login, plain.value)
  if (problem) {
    // A password that will not do does not cost the code.
    await changeChallenge(ctx, challenge.id, { status: 'PENDING' })
    return refuse(problem)
  }
  await setPassword(ctx, logins, plain.value)
  const { token } = await openSession(ctx, keys, login, logins.length)
  return done({ token })
}

async function problemWith(login: CredentialRow, plain: string): Promise<Problem | undefined> {
  if (login.password_hash === null) return 'PASSWORD_NOT_SET'
  const weak = weakness(plain)
  if (weak) return weak
  return (await wasUsed(login, plain)) ? 'PASSWORD_ALREADY_USED' : undefined
}
