import type { Corporate } from '../../../contract/corporates'
import type { Ctx } from '../context'
import { putFactor } from '../factors/factor-rows'
import { setPassword } from '../passwords/set-password'
import { createCorporate } from './create-corporate'
import { changeCredentialDocument } from './credential-document'
import { findCredential } from './credentials'
import type { NewLogin } from './insert-login'
import { verifyIdentity } from './verify-identity'

/** A company as a world describes it, with what the register will have about it. */
export type NewCorporate = Omit<Corporate, 'id' | 'rootUser' | 'creationTimestamp'> & { rootUser: NewLogin }

/**
 * Registers a company and goes the whole way of onboarding with it: address and number proved, checks passed, password
 * set, phone enrolled. For worlds and tests; a refusal is a mistake in them.
 */
export async function registerApprovedCorporate(
  ctx: Ctx,
  { rootUser, company, ...order }: NewCorporate,
): Promise<{ identityId: string; rootUserId: string }> {
  const { countryOfRegistration: registrationCountry, registeredAddress, incorporatedOn, ...stated } = company
  const { password, companyPosition = 'DIRECTOR', ...person } = rootUser
  const created = await createCorporate(ctx, {
    ...order,
    company: { ...stated, registrationCountry },
    rootUser: { ...person, companyPosition },
  })
  if (!created.ok) throw new Error(`${company.name} cannot be registered: ${created.refusal}`)
  const { id, rootUser: root } = created.value
  await verifyIdentity(ctx, {
    identityId: id.id,
    type: 'CORPORATE',
    company: { ...(registeredAddress && { registeredAddress }), ...(incorporatedOn && { incorporatedOn }) },
  })
  await admit(ctx, root.id.id, root.passwordAlreadySet ? undefined : password)
  return { identityId: id.id, rootUserId: root.id.id }
}

/** Gives a root user a password, where there is none yet, and enrols their phone, which proves its number. */
export async function admit(ctx: Ctx, credentialId: string, password: string | undefined): Promise<void> {
  const login = await findCredential(ctx, credentialId)
  if (login && password !== undefined) await setPassword(ctx, [login], password)
  await putFactor(ctx, credentialId, 'SMS', 'ACTIVE')
  await changeCredentialDocument(ctx, credentialId, { mobileNumberVerified: true })
}
