import type { Engine } from '../open'
import { appendOnly, type Db, index, table } from './build'

export async function up(db: Db, engine: Engine): Promise<void> {
  await table(
    db,
    'gateway_authorisation',
    {
      id: 'text',
      identity_id: 'text',
      kind: 'text',
      reference: 'text',
      digest: 'text',
      transaction_id: 'text',
      state: 'text',
      decided_by: 'text?',
      asked: 'int',
      credit: 'int',
      currency: 'text',
      amount: 'int',
      instrument_id: 'text',
      cardholder: 'text?',
      card_user_id: 'text?',
      party: 'text',
      party_search: 'text',
      party_id: 'text?',
      category: 'text?',
      country: 'text?',
      action: 'text',
      rule_id: 'text?',
      rule_name: 'text?',
      rule_position: 'int?',
      rules_version: 'int',
      reason: 'text?',
      person_id: 'text?',
      person_name: 'text?',
      deadline: 'int?',
      took_us: 'int?',
      at: 'int',
      question: 'text',
    },
    ['id'],
  )
  await index(db, 'gateway_authorisation', ['kind', 'reference'], true)
  await index(db, 'gateway_authorisation', ['identity_id', 'at', 'id'])
  await index(db, 'gateway_authorisation', ['instrument_id', 'at'])
  await index(db, 'gateway_authorisation', ['state', 'deadline'])
  // Every list of rules that was ever in force: a decision names the version that it was made by.
  await table(
    db,
    'gateway_authorisation_rules',
    {
      identity_id: 'text',
      version: 'int',
      document: 'text',
      person_id: 'text',
      person_name: 'text',
      created_at: 'int',
    },
    ['identity_id', 'version'],
  )
  await appendOnly(db, engine, 'gateway_authorisation_rules')
  await table(
    db,
    'gateway_card_holder',
    { card_id: 'text', identity_id: 'text', name: 'text', user_id: 'text?', seen_at: 'int' },
    ['card_id'],
  )
}
