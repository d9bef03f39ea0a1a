import type { Store } from '../../storage/open'
import type { Tables } from '../../storage/schema'

const tables = {
  instruments: 'sandbox_instrument',
  cards: 'sandbox_card',
  users: 'sandbox_credential',
  transfers: 'sandbox_transfer',
  sends: 'sandbox_send',
  wires: 'sandbox_wire',
  incoming: 'sandbox_deposit',
  correspondents: 'sandbox_correspondent_transfer',
  bulks: 'sandbox_bulk',
  beneficiaries: 'sandbox_beneficiary',
  batches: 'sandbox_beneficiary_batch',
  linked: 'sandbox_linked_account',
  payments: 'sandbox_card_payment',
} as const satisfies Record<string, keyof Tables>

export type Kind = keyof typeof tables | 'accounts' | 'challenges'
/** Ids of what there is, by kind: an identity's own, and those of others. */
export type Known = Record<Kind, { own: string[]; others: string[] }>

/** Looks up what there is. Logins in `spared` are left out: a test speaks through them. */
export async function knownIds({ db }: Store, identityId: string, spared: ReadonlySet<string>): Promise<Known> {
  const known = {} as Known
  for (const [kind, table] of Object.entries(tables)) {
    const rows = await db
      .selectFrom(table as 'sandbox_bulk')
      .select(['id', 'identity_id'])
      .orderBy('id')
      .execute()
    const seen = rows.filter((row) => row.identity_id !== 'system' && !spared.has(row.id))
    const own = seen.filter((row) => row.identity_id === identityId).map((row) => row.id)
    const others = seen.filter((row) => row.identity_id !== identityId).map((row) => row.id)
    known[kind as Kind] = { own, others }
  }
  const isAccount = (id: string) => ![...known.cards.own, ...known.cards.others].includes(id)
  const { own, others } = known.instruments
  known.accounts = { own: own.filter(isAccount), others: others.filter(isAccount) }
  const challenges = await db.selectFrom('sandbox_challenge').select('id').orderBy('id').execute()
  known.challenges = { own: challenges.map(({ id }) => id), others: [] }
  return known
}
