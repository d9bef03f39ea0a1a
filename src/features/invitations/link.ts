import { choiceParam, idParam, type Param, patternParam, type SearchOf, searchParams } from '@/lib/search-params'

/** What follows once somebody has accepted, in this order. */
export const welcomeSteps = ['email', 'phone', 'check'] as const
export type WelcomeStep = (typeof welcomeSteps)[number]

/** Six digits, which the router reads as a number unless they begin with a zero. */
const codeParam: Param<string> = (value) => (/^\d{6}$/.test(String(value)) ? String(value) : undefined)

/**
 * The id in a link that somebody else wrote stands there without quotes, and the router takes it for a number; a long one
 * loses its last digits by that. They are still in the address itself.
 */
const linkedId: Param<string> = (value) =>
  idParam(value) ?? idParam(new URLSearchParams(globalThis.location?.search).get('user_id') ?? undefined)

/** It is said in the page's own words, so it has to be an address and no sentence of whoever wrote the link. */
const addressParam = patternParam(/^(?=.{3,255}$)[^\s@]+@[^\s@]+$/)

/** `?user_id=&nonce=&email=` of the link in the e-mail; afterwards the step. */
export const inviteSearch = searchParams({
  user_id: linkedId,
  nonce: codeParam,
  email: addressParam,
  step: choiceParam(welcomeSteps),
})
export type InviteSearch = SearchOf<typeof inviteSearch>

let held: { userId: string; code: string } | undefined

/** The code of the link, kept here and no longer in the address or in the history. It is forgotten with the page. */
export const linkedCode = {
  set: (userId: string, code: string): void => {
    held = { userId, code }
  },
  of: (userId: string): string | undefined => (held?.userId === userId ? held.code : undefined),
  forget: (): void => {
    held = undefined
  },
}
