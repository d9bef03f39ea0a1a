import { credentialDocument, mobileOf } from './credential-document'
import type { CredentialRow, IdentityRow } from './credentials'

/** What root users of companies and consumers have in common, as the API answers it. */
export function rootUserView(identity: Pick<IdentityRow, 'type'>, root: CredentialRow) {
  const { mobileNumberVerified, dateOfBirth, tag, locale, brand } = credentialDocument(root)
  return {
    // The vendor writes the root user's id as an identity's; the number is the login's.
    id: { type: identity.type, id: root.id },
    name: root.name,
    surname: root.surname,
    email: root.email,
    mobile: mobileOf(root) ?? { countryCode: '', number: '' },
    active: root.active === 1,
    emailVerified: root.email_verified === 1,
    mobileNumberVerified,
    ...(dateOfBirth && { dateOfBirth }),
    ...(tag && { tag }),
    ...(locale && { locale }),
    ...(brand && { brand }),
  }
}
