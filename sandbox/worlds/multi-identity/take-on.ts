import type { Actor } from '../../domain/context'
import { finishOtpEnrolment, startOtpEnrolment } from '../../domain/factors/enrol-otp'
import { findCredential } from '../../domain/identities/credentials'
import { expirePassword } from '../../domain/passwords/expire-password'
import { setPassword } from '../../domain/passwords/set-password'
import { programme } from '../../domain/programme'
import { createUser } from '../../domain/users/create-user'
import { sendInvite } from '../../domain/users/invites'
import { deactivateUser } from '../../domain/users/switch-user'
import { sendUserEmailCode, verifyUserEmail } from '../../domain/users/user-email'
import { must, type Site } from '../world'
import { type NewStaff, password } from './people'

const MINUTE = 60_000

/** A company takes somebody on: added, invited unless they are known already, and settled in as far as they got. */
export async function takeOn(site: Site, root: Actor, job: NewStaff, instant: number): Promise<string> {
  const { name, surname, email, number, tag, stands } = job
  const order = { name, surname, email, tag, mobile: { countryCode: '+44', number } }
  const { id } = await must(createUser(site.as(root, instant), order))
  const user = await findCredential(site.at(instant), id)
  if (user?.password_hash === null) {
    await must(sendInvite(site.as(root, instant + MINUTE), id))
    if (stands === 'invited') return id
    await setPassword(site.at(instant + 60 * MINUTE), [user], password)
  }
  await must(sendUserEmailCode(site.at(instant + 61 * MINUTE), email))
  await must(verifyUserEmail(site.at(instant + 62 * MINUTE), email, programme.otpCode))
  const me: Actor = { ...root, credentialId: id, credentialType: 'USER' }
  await must(startOtpEnrolment(site.as(me, instant + 63 * MINUTE)))
  await must(finishOtpEnrolment(site.as(me, instant + 64 * MINUTE), programme.otpCode))
  if (stands === 'deactivated') await must(deactivateUser(site.as(root, instant + 120 * MINUTE), id))
  if (stands === 'expired') await expirePassword(site.at(instant + 120 * MINUTE), email)
  return id
}
