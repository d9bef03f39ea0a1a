import type { Invitation } from '#contract/console/invitations'
import type { User } from '#contract/users'

/**
 * How far a user is, as far as this console can know. The API tells only whether somebody is active; who was invited is
 * known from invitations that went through here. `UNKNOWN`: active, and perhaps signed in long ago.
 */
export type Standing =
  | { state: 'DEACTIVATED' }
  | { state: 'ACCEPTED'; at: number }
  | { state: 'INVITED'; until: number }
  | { state: 'EXPIRED'; since: number }
  | { state: 'UNKNOWN' }

/** The standing at an instant; `invitation` is undefined where none is known. */
export function standingOf(
  { active }: Pick<User, 'active'>,
  invitation: Invitation | undefined,
  now: number,
): Standing {
  if (!active) return { state: 'DEACTIVATED' }
  if (!invitation) return { state: 'UNKNOWN' }
  const { acceptedAt, expiresAt } = invitation
  if (acceptedAt !== undefined) return { state: 'ACCEPTED', at: acceptedAt }
  return expiresAt > now ? { state: 'INVITED', until: expiresAt } : { state: 'EXPIRED', since: expiresAt }
}

/** Whether an invitation can still be of use: not for who is shut out or has accepted one. */
export const mayNeedInvitation = ({ state }: Standing): boolean => state !== 'DEACTIVATED' && state !== 'ACCEPTED'
