import type { Ctx } from '../context'

/** What waits on somebody's phone: who was asked for what. */
export type WaitingPhone = {
  challengeId: string
  /** LOGIN, STEP_UP, CONFIRMATION, ENROLMENT or THREE_D_SECURE. */
  purpose: string
  /** AUTHY or BIOMETRIC. */
  channel: string
  email: string
  name: string
  credential: { type: 'ROOT' | 'USER'; id: string }
  identity: { type: 'CORPORATE' | 'CONSUMER'; id: string; name: string }
  expiresAt: number
}

/** Everything that waits on phones, newest first. */
export async function waitingPhones(ctx: Ctx, id?: string): Promise<WaitingPhone[]> {
  const rows = await ctx.tx
    .selectFrom('sandbox_challenge as h')
    .innerJoin('sandbox_credential as c', 'c.id', 'h.credential_id')
    .innerJoin('sandbox_identity as i', 'i.id', 'c.identity_id')
    .select(['h.id', 'h.purpose', 'h.channel', 'h.expires_at', 'c.id as credentialId', 'c.type as credentialType'])
    .select(['c.email', 'c.name', 'c.surname', 'i.id as identityId', 'i.type as identityType', 'i.name as company'])
    .where('h.channel', 'in', ['AUTHY', 'BIOMETRIC'])
    .where('h.status', '=', 'PENDING')
    .where('h.expires_at', '>', ctx.now())
    .$if(id !== undefined, (query) => query.where('h.id', '=', id ?? ''))
    .orderBy('h.issued_at', 'desc')
    .orderBy('h.id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    challengeId: row.id,
    purpose: row.purpose,
    channel: row.channel,
    email: row.email,
    name: `${row.name} ${row.surname}`,
    credential: { type: row.credentialType, id: row.credentialId },
    identity: { type: row.identityType, id: row.identityId, name: row.company },
    expiresAt: row.expires_at,
  }))
}
