/** How a country writes its post codes: `A` a letter, `9` a digit, anything else itself. */
type Form = { pattern: RegExp; example: string; write?: (code: string) => string }

/** Five characters after the first, and the space where it belongs. */
const spaced =
  (tail: number) =>
  (code: string): string =>
    `${code.slice(0, -tail)} ${code.slice(-tail)}`
const dashed =
  (head: number) =>
  (code: string): string =>
    `${code.slice(0, head)}-${code.slice(head)}`

const digits = (count: number, example: string): Form => ({ pattern: new RegExp(`^\\d{${count}}$`), example })
const british = (area: string, example: string): Form => ({
  pattern: new RegExp(`^${area}\\d[A-Z]{2}$`),
  example,
  write: spaced(3),
})

/** Patterns are held against the code without its spaces and dashes, in capitals. */
const forms: Readonly<Record<string, Form>> = {
  AT: digits(4, '1010'),
  BE: digits(4, '1000'),
  BG: digits(4, '1000'),
  CY: digits(4, '1010'),
  CZ: { ...digits(5, '110 00'), write: spaced(2) },
  DE: digits(5, '10115'),
  DK: digits(4, '1050'),
  EE: digits(5, '10111'),
  ES: digits(5, '28001'),
  FI: digits(5, '00100'),
  FR: digits(5, '75001'),
  GB: british('[A-Z]{1,2}\\d[A-Z\\d]?', 'SW1A 1AA'),
  GG: british('GY\\d{1,2}', 'GY1 1AA'),
  GR: { ...digits(5, '104 31'), write: spaced(2) },
  HR: digits(5, '10000'),
  HU: digits(4, '1011'),
  IE: { pattern: /^(?:[AC-FHKNPRTV-Y]\d{2}|D6W)[0-9AC-FHKNPRTV-Y]{4}$/, example: 'D02 X285', write: spaced(4) },
  IM: british('IM\\d{1,2}', 'IM1 1AA'),
  IS: digits(3, '101'),
  IT: digits(5, '00118'),
  JE: british('JE\\d{1,2}', 'JE2 3AB'),
  LI: digits(4, '9490'),
  LT: { pattern: /^(?:LT)?\d{5}$/, example: 'LT-01100', write: (code) => `LT-${code.replace(/^LT/, '')}` },
  LU: { pattern: /^L?\d{4}$/, example: '1009', write: (code) => code.replace(/^L/, '') },
  LV: { pattern: /^(?:LV)?\d{4}$/, example: 'LV-1010', write: (code) => `LV-${code.replace(/^LV/, '')}` },
  MT: { pattern: /^[A-Z]{3}\d{4}$/, example: 'VLT 1117', write: spaced(4) },
  NL: { pattern: /^[1-9]\d{3}[A-Z]{2}$/, example: '1012 AB', write: spaced(2) },
  NO: digits(4, '0150'),
  PL: { ...digits(5, '00-001'), write: dashed(2) },
  PT: { ...digits(7, '1000-001'), write: dashed(4) },
  RO: digits(6, '010011'),
  SE: { ...digits(5, '111 20'), write: spaced(2) },
  SI: digits(4, '1000'),
  SK: { ...digits(5, '811 01'), write: spaced(2) },
}

export type PostcodeProblem = 'EMPTY' | 'CHARACTERS' | 'TOO_LONG' | 'FORM'

/** A post code of the country, for a sentence that shows how it is written; undefined where the form is not known here. */
export const postcodeExample = (country: string): string | undefined => forms[country]?.example

const bare = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '')

/** As the country writes it, where what was typed is a code of the country; otherwise as it was typed. */
export function writePostcode(country: string, typed: string): string {
  const form = forms[country]
  const code = bare(typed)
  if (!form?.pattern.test(code)) return typed.trim().replace(/\s+/g, ' ')
  return form.write?.(code) ?? code
}

/** What is wrong with a post code. Of a country whose form is not known here only what the API demands of all. */
export function postcodeProblem(country: string, typed: string): PostcodeProblem | undefined {
  const text = typed.trim()
  const form = forms[country]
  // Some countries have no post codes: whose form is not known here may do without.
  if (!text) return form || !country ? 'EMPTY' : undefined
  if (form) return form.pattern.test(bare(text)) ? undefined : 'FORM'
  if (!/^[A-Za-z0-9 -]*$/.test(text)) return 'CHARACTERS'
  return text.length > 10 ? 'TOO_LONG' : undefined
}
