import type { Engine } from '../open'
import { appendOnly, type Db, index, table } from './build'

export async function up(db: Db, engine: Engine): Promise<void> {
  await table(
    db,
    'gateway_audit_line',
    {
      chain: 'text',
      seq: 'int',
      id: 'text',
      at: 'int',
      person_type: 'text?',
      person_id: 'text?',
      person_name: 'text?',
      role: 'text?',
      operation: 'text',
      section: 'text',
      resource: 'text?',
      change: 'text?',
      amounts: 'text?',
      outcome: 'text',
      status: 'int',
      code: 'text?',
      request_ref: 'text?',
      proposal: 'text?',
      address: 'text',
      hash: 'text',
    },
    ['chain', 'seq'],
  )
  await index(db, 'gateway_audit_line', ['id'], true)
  await index(db, 'gateway_audit_line', ['chain', 'person_id', 'seq'])
  await index(db, 'gateway_audit_line', ['chain', 'resource', 'seq'])
  await appendOnly(db, engine, 'gateway_audit_line')
  await table(db, 'gateway_audit_head', { chain: 'text', seq: 'int', hash: 'text', seal: 'text' }, ['chain'])
  await table(
    db,
    'gateway_audit_pending',
    { id: 'text', chain: 'text', gateway: 'text', began_at: 'int', draft: 'text' },
    ['id'],
  )
  await index(db, 'gateway_audit_pending', ['began_at'])
  await table(
    db,
    'gateway_audit_person',
    {
      identity_type: 'text',
      identity_id: 'text',
      person_type: 'text',
      person_id: 'text',
      name: 'text',
      address_hash: 'text',
    },
    ['identity_id', 'person_type', 'person_id'],
  )
  await index(db, 'gateway_audit_person', ['address_hash'])
}
