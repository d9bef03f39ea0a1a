import type { Store } from '../../storage/open'

/** A user, and whose: for a console that gives the people of a world something to do there. */
export type WorldUser = { userId: string; email: string; identityId: string; identityName: string }

/** Everybody who acts for an identity beside its root user, in all identities. */
export const usersOf = ({ db }: Store): Promise<WorldUser[]> =>
  db
    .selectFrom('sandbox_credential as c')
    .innerJoin('sandbox_identity as i', 'i.id', 'c.identity_id')
    .where('c.type', '=', 'USER')
    .select(['c.id as userId', 'c.email', 'i.id as identityId', 'i.name as identityName'])
    .execute()
