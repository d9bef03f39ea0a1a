/** The steps after the registration, the same for a company and a person. */
export const afterIds = ['password', 'email', 'mobile', 'check'] as const
export type AfterId = (typeof afterIds)[number]

/** Whoever registered: the only one who can prove their own address and number. */
export type Root = { mine: boolean; emailVerified: boolean; mobileNumberVerified: boolean }

/** What the server knows of the way so far. */
export type Known = {
  /** A registration of this kind waits in this browser for its first password. */
  waiting: boolean
  /** Of who is signed in as a customer of this kind. */
  root: Root | undefined
  /** The check is out of the person's hands: in review, or decided against them. */
  decided?: boolean
}

/**
 * The step after the registration that is next; undefined while nothing is registered. It follows from what the server
 * knows alone. The check does not wait for the phone: how it came out is said first. Whoever works for a customer and did not register it sees how the check stands: the rest is not theirs.
 */
export function furthestAfter({ waiting, root, decided = false }: Known): AfterId | undefined {
  if (!root) return waiting ? 'password' : undefined
  if (!root.mine) return 'check'
  if (!root.emailVerified) return 'email'
  return root.mobileNumberVerified || decided ? 'check' : 'mobile'
}

/**
 * The step before the registration to show: the earlier of the one asked for and the furthest. Whoever was past the
 * registration when it was given up here (its hour is over) finds what was typed, to send it again.
 */
export function shownBefore<Id extends string>(ids: readonly Id[], furthest: Id, asked: string | undefined): Id {
  const reach = ids.indexOf(furthest)
  const known = ids.find((id) => id === asked)
  if (known === undefined) return isAfter(asked) ? furthest : (ids[0] ?? furthest)
  return ids.indexOf(known) <= reach ? known : furthest
}

const isAfter = (asked: string | undefined): boolean => asked === 'verify' || afterIds.some((id) => id === asked)
