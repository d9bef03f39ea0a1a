import { type Ctx, done, type Outcome, refuse } from '../context'
import { changeCredentialDocument, credentialDocument } from '../identities/credential-document'
import { type CredentialRow, loginsOf } from '../identities/credentials'
import { hashPassword, matchesPassword } from './hash'
import { passcodeWeakness, type Weakness } from './rules'

/** Gives one person (all logins of one address) the passcode that a phone asks for. */
export async function setPasscode(
  ctx: Ctx,
  me: CredentialRow,
  plain: string,
): Promise<Outcome<undefined, 'PASSWORD_ALREADY_USED' | Weakness>> {
  const weak = passcodeWeakness(plain)
  if (weak) return refuse(weak)
  const { passcodeHash } = credentialDocument(me)
  if (passcodeHash && (await matchesPassword(plain, passcodeHash))) return refuse('PASSWORD_ALREADY_USED')
  const hash = await hashPassword(plain)
  for (const login of await loginsOf(ctx, me.email))
    await changeCredentialDocument(ctx, login.id, { passcodeHash: hash })
  return done(undefined)
}
