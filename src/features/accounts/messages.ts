import type { Conflict } from '#contract/endpoint'
import type {
  managedAccountBlock,
  managedAccountCreate,
  managedAccountRemove,
  managedAccountsIBANUpgrade,
  managedAccountUnblock,
} from '#contract/managed-accounts'
import { sentences } from '@/lib/sentences'

/*
 * A sentence for every documented refusal of every write here. A code that the contract gains and a table lacks does
 * not compile. Renaming has no documented refusal.
 */

export const createSentences = sentences('accounts.create', {
  PROFILE_NOT_FOUND: 'Accounts are not set up for you yet. Ask your provider to set them up.',
  PROFILE_INACTIVE: 'Opening accounts is switched off for you at the moment. Ask your provider.',
  MODEL_CONSTRAINTS_VIOLATED: 'Your provider’s rules do not allow another account of this kind.',
  CURRENCY_NOT_SUPPORTED_BY_PROFILE: 'Accounts in this currency cannot be opened for you. Choose another one.',
  PROVIDER_NOT_SUPPORTED_BY_PROFILE: 'No bank behind your provider offers this account at the moment.',
  INSTRUMENT_NOT_FOUND: 'The account could not be opened because something it depends on was not found.',
  OWNER_IDENTITY_NOT_VERIFIED: 'Accounts can be opened once the verification is done: see the profile.',
  IDENTITY_LIMITS_EXCEEDED: 'There are as many accounts here as there may be.',
  PROGRAMME_LIMITS_EXCEEDED: 'Your provider’s programme has reached its number of accounts. Ask your provider.',
  INNOVATOR_LIMITS_EXCEEDED: 'Your provider has reached its number of accounts. Ask your provider.',
  SYSTEM_LIMITS_EXCEEDED: 'No more accounts can be opened at the moment. Try again later.',
} as const satisfies Record<Conflict<typeof managedAccountCreate>, string>)

export const blockSentences = sentences('accounts.block', {
  INSTRUMENT_INACTIVE: 'The account is not active, so there is nothing to block.',
  INSTRUMENT_ALREADY_BLOCKED: 'The account is blocked already.',
  INSTRUMENT_DESTROYED: 'The account has been removed.',
} as const satisfies Record<Conflict<typeof managedAccountBlock>, string>)

export const unblockSentences = sentences('accounts.unblock', {
  INSTRUMENT_INACTIVE: 'This block cannot be lifted here. Your provider set it and has to lift it.',
  INSTRUMENT_NOT_BLOCKED: 'The account is not blocked any more.',
  INSTRUMENT_DESTROYED: 'The account has been removed.',
} as const satisfies Record<Conflict<typeof managedAccountUnblock>, string>)

export const ibanSentences = sentences('accounts.iban', {
  INSTRUMENT_ALREADY_UPGRADED_TO_IBAN: 'The account has an IBAN already. Reload the page to see it.',
  INSTRUMENT_IS_NOT_ACTIVE: 'Only an active account can be given an IBAN.',
  IBAN_ALLOCATION_EXCEEDED: 'No more IBANs can be given to you at the moment. Ask your provider.',
  IBAN_NOT_SUPPORTED: 'Accounts of this kind cannot be given an IBAN.',
  IBAN_ALREADY_REQUESTED: 'An IBAN has been requested already and is on its way.',
  OWNER_NOT_VERIFIED: 'IBANs are given once the verification is done: see the profile.',
} as const satisfies Record<Conflict<typeof managedAccountsIBANUpgrade>, string>)

export const removeSentences = sentences('accounts.remove', {
  BALANCE_NOT_ZERO: 'There is still money on the account. Move it elsewhere first.',
  INSTRUMENT_ALREADY_REMOVED: 'The account has been removed already.',
  INSTRUMENT_HAS_PENDING_ACTIONS: 'Something on the account is still under way. Wait until it is finished.',
  INSTRUMENT_HAS_LINKED_CARDS: 'A card still draws on this account. Remove the card first.',
} as const satisfies Record<Conflict<typeof managedAccountRemove>, string>)
