import { type Db, index, table } from './build'

export async function up(db: Db): Promise<void> {
  await table(
    db,
    'sandbox_card_payment',
    {
      id: 'text',
      identity_id: 'text',
      card_id: 'text',
      profile_id: 'text',
      account_id: 'text',
      currency: 'text',
      type: 'text',
      status: 'text',
      merchant_id: 'text',
      merchant_name: 'text',
      merchant_search: 'text',
      amount: 'int',
      held: 'int',
      moved: 'int',
      display_amount: 'int',
      decline_reason: 'text?',
      related_id: 'text?',
      challenge_id: 'text?',
      document: 'text',
      created_at: 'int',
      updated_at: 'int',
    },
    ['id'],
  )
  await index(db, 'sandbox_card_payment', ['identity_id', 'created_at', 'id'])
  await index(db, 'sandbox_card_payment', ['card_id', 'created_at', 'id'])
  await index(db, 'sandbox_card_payment', ['account_id'])
  await index(db, 'sandbox_card_payment', ['challenge_id'])
  await table(
    db,
    'sandbox_card_payment_event',
    {
      id: 'text',
      payment_id: 'text',
      identity_id: 'text',
      card_id: 'text',
      type: 'text',
      subtype: 'text',
      reversal: 'int',
      at: 'int',
      document: 'text',
      created_at: 'int',
    },
    ['id'],
  )
  await index(db, 'sandbox_card_payment_event', ['payment_id'])
  await index(db, 'sandbox_card_payment_event', ['identity_id', 'at', 'id'])
  await index(db, 'sandbox_card_payment_event', ['card_id', 'at', 'id'])
}
