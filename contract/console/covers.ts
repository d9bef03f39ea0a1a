import type { Permission } from '../permissions'
import type { PaymentLimit } from './limits'

/** How far a role reaches: what it may do, with which accounts and cards, and up to which amounts. */
export type Reach = {
  permissions: readonly Permission[]
  accounts: 'all' | readonly string[]
  cards: 'all' | readonly string[]
  limits: readonly PaymentLimit[]
}

/** A limit means something only to whoever can pay, or let others pay. */
const paying: ReadonlySet<Permission> = new Set([
  'transfers.create',
  'sends.create',
  'wires.create',
  'payments.confirm',
  'bulks.submit',
  'bulks.run',
  'proposals.decide',
])

/** Whether a role reaches no further than another: nobody gives what they lack. */
export function covers(mine: Reach, given: Reach): boolean {
  return (
    lacking(mine, given).length === 0 &&
    within(mine.accounts, given.accounts) &&
    within(mine.cards, given.cards) &&
    (!given.permissions.some((name) => paying.has(name)) || limitsWithin(mine.limits, given.limits))
  )
}

/** What the other role may do and this one may not. */
export const lacking = (mine: Pick<Reach, 'permissions'>, given: Pick<Reach, 'permissions'>): Permission[] =>
  given.permissions.filter((name) => !mine.permissions.includes(name))

function within(mine: Reach['accounts'], given: Reach['accounts']): boolean {
  if (mine === 'all') return true
  return given !== 'all' && given.every((id) => mine.includes(id))
}

/** For every limit of mine the other has one in the same currency that is not wider. */
function limitsWithin(mine: readonly PaymentLimit[], given: readonly PaymentLimit[]): boolean {
  return mine.every((limit) => {
    const other = given.find(({ currency }) => currency === limit.currency)
    return notWider(limit.perPayment, other?.perPayment) && notWider(limit.perDay, other?.perDay)
  })
}

const notWider = (mine: number | undefined, given: number | undefined) =>
  mine === undefined || (given !== undefined && given <= mine)
