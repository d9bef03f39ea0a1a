import type { Ctx } from '../context'

/** What a reference opens: the check of one company or person, or of one authorised user of a company. */
export type KyiReference = {
  identityId: string
  kind: 'KYB' | 'KYC' | 'USER_KYC'
  /** The person who started it: root user, or the authorised user whose own check it is. */
  credentialId: string
  /** Consumers only. */
  kycLevel?: 'KYC_LEVEL_1' | 'KYC_LEVEL_2'
}

/** What a reference handed out by a KYB or KYC start opens; `undefined` when it is unknown, expired or used up. */
export async function findKyiReference(ctx: Ctx, reference: string): Promise<KyiReference | undefined> {
  void ctx
  void reference
  return undefined
}
