import type { Reach } from '#contract/console/covers'
import type { AccessView } from '#contract/session'

/** How far the person's own role reaches, in the words in which roles are compared. */
export const ownReach = ({ permissions, accounts, cards, limits }: AccessView): Reach => ({
  permissions,
  accounts: accounts ?? 'all',
  cards: cards ?? 'all',
  limits,
})
