/** What a shown value is sealed for: its token and the identity whose it is, so that no other opens it. */
export const ownedBy = (token: string, identityId: string): string => `${token} ${identityId}`
