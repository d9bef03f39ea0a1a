import { rowsOn, rowsOnWith } from './bulk-rows'
import { submission } from './bulks'
import { endpoint } from './endpoint'
import { UpdateCardLevelSpendRules } from './spend-rules'

/** Submits the blocking of many cards. */
export const bulksManagedCardBlock = endpoint({
  ...submission,
  permission: 'cards.manage',
  id: 'bulksManagedCardBlock',
  summary: 'Submit a bulk of card blocks',
  method: 'POST',
  path: '/bulks/managed_cards/_id_/block',
  idempotent: true,
  body: rowsOn('_id_'),
})

/** Submits the unblocking of many cards. */
export const bulksManagedCardUnblock = endpoint({
  ...submission,
  permission: 'cards.manage',
  id: 'bulksManagedCardUnblock',
  summary: 'Submit a bulk of card unblocks',
  method: 'POST',
  path: '/bulks/managed_cards/_id_/unblock',
  idempotent: true,
  body: rowsOn('_id_'),
})

/** Submits the removal of many cards. */
export const bulksManagedCardRemove = endpoint({
  ...submission,
  permission: 'cards.manage',
  id: 'bulksManagedCardRemove',
  summary: 'Submit a bulk of card removals',
  method: 'POST',
  path: '/bulks/managed_cards/_id_/remove',
  body: rowsOn('_id_'),
})

/** Submits changes of the spend rules of many cards. */
export const bulksManagedCardSpendRulesUpdate = endpoint({
  ...submission,
  permission: 'cards.rules',
  id: 'bulksManagedCardSpendRulesUpdate',
  summary: 'Submit a bulk of spend rule changes',
  method: 'PATCH',
  path: '/bulks/managed_cards/_id_/spend_rules',
  idempotent: true,
  body: rowsOnWith('_id_', UpdateCardLevelSpendRules),
})
