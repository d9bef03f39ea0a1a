/** What a message of somebody else's code may carry along: a header, an address with a password, a field of a body. */
const secrets: readonly [RegExp, string][] = [
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 …'],
  [/:\/\/[^\s/@]+@/g, '://…@'],
  [
    /(["']?)\b([\w-]*(?:password|passcode|secret|token|api-?key|ui-?key|signature|cookie|verification-?code|cvv|pin|card-?number))\1(\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;&}]+)/gi,
    '$2$3…',
  ],
]

/** The message of an error without what nobody may read in a log. */
export const scrub = (text: string): string => secrets.reduce((left, [found, by]) => left.replace(found, by), text)
