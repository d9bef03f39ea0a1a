import { luhn, mod11, mod11Czech, mod11Portuguese, mod97Belgian, spanishCompany } from './check-digits'

export type RegistrationForm = {
  /** What the number is called there. */
  name: string
  /** Held against what was typed in capitals, without spaces, dots and dashes. */
  pattern: RegExp
  example: string
  /** Whether its check digits are right. */
  check?: (bare: string) => boolean
  /** As the register writes it; as `bare` otherwise. */
  write?: (bare: string) => string
  /** Nobody else's numbers look like this: by their letters, or by their check digits. */
  telling?: true
}

const digits = (name: string, count: number | string, example: string): RegistrationForm => ({
  name,
  pattern: new RegExp(`^\\d{${count}}$`),
  example,
})

const inThrees = (bare: string): string => bare.replace(/(\d{3})(?=\d)/g, '$1 ')
const weightsDanish = [2, 7, 6, 5, 4, 3, 2, 1]
const mod11Danish = (bare: string): boolean =>
  [...bare].reduce((sum, digit, index) => sum + Number(digit) * (weightsDanish[index] ?? 0), 0) % 11 === 0

/** How the registers of the countries whose companies can be customers write their numbers. */
export const registrationForms: Readonly<Record<string, RegistrationForm>> = {
  AT: {
    name: 'Firmenbuchnummer',
    pattern: /^(?:FN)?\d{1,6}[A-Z]$/,
    example: 'FN 123456a',
    write: (bare) => `FN ${bare.replace(/^FN/, '').toLowerCase()}`,
    telling: true,
  },
  BE: {
    ...digits('company number (KBO/BCE)', 10, '0202.239.951'),
    pattern: /^(?:BE)?[01]\d{9}$/,
    check: (bare) => mod97Belgian(bare.replace(/^BE/, '')),
    write: (bare) => bare.replace(/^(?:BE)?(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3'),
    telling: true,
  },
  BG: digits('EIK', '9}|\\d{13', '131468980'),
  CY: {
    name: 'registration number',
    pattern: /^(?:[A-Z]{1,2}|ΗΕ)\d{1,6}$/,
    example: 'HE123456',
    write: (bare) => bare.replace(/^ΗΕ/, 'HE'),
  },
  CZ: { ...digits('IČO', 8, '45274649'), check: mod11Czech },
  DE: {
    name: 'Handelsregister number',
    pattern: /^(?:HRA|HRB|GNR|PR|VR|GSR)\d{1,6}[A-Z]{0,2}$/,
    example: 'HRB 12345',
    write: (bare) =>
      bare.replace(/^([A-Z]+)(\d+)([A-Z]*)$/, (_, kind, number, rest) => `${kind} ${number}${rest && ` ${rest}`}`),
    telling: true,
  },
  DK: { ...digits('CVR number', 8, '24256790'), check: mod11Danish },
  EE: { ...digits('registry code', 8, '10137319'), pattern: /^[1789]\d{7}$/ },
  ES: {
    name: 'NIF',
    pattern: /^[A-HJNP-SUVW]\d{7}[0-9A-J]$/,
    example: 'A28015865',
    check: spanishCompany,
    telling: true,
  },
  FI: {
    ...digits('business ID (Y-tunnus)', 8, '0112038-9'),
    check: mod11([7, 9, 10, 5, 8, 4, 2]),
    write: (bare) => `${bare.slice(0, 7)}-${bare.slice(7)}`,
  },
  FR: { ...digits('SIREN', 9, '732 829 320'), check: luhn, write: inThrees, telling: true },
  GB: {
    name: 'company number',
    pattern: /^(?:[A-Z]{2}\d{6}|[A-Z]{2}\d{5}[A-Z]|R\d{7}|\d{7,8})$/,
    example: '08472913 or SC123456',
    write: (bare) => bare.padStart(8, '0'),
  },
  GG: digits('registration number', '1,6', '12345'),
  GR: digits('GEMI number', '12}|\\d{9', '000237901000'),
  HR: digits('OIB', 11, '81793146560'),
  HU: {
    ...digits('cégjegyzékszám', 10, '01-10-041585'),
    write: (bare) => bare.replace(/^(\d{2})(\d{2})(\d{6})$/, '$1-$2-$3'),
  },
  IE: digits('CRO number', '1,6', '104547'),
  IM: { ...digits('company number', '1,6', '123456C'), pattern: /^\d{1,6}[BCFLV]$/, telling: true },
  IS: digits('kennitala', 10, '471008-0280'),
  IT: {
    name: 'codice fiscale or REA number',
    pattern: /^(?:\d{11}|[A-Z]{2}\d{5,7})$/,
    example: '00905811006',
    check: (bare) => !/^\d/.test(bare) || luhn(bare),
    write: (bare) => bare.replace(/^([A-Z]{2})/, '$1-'),
  },
  JE: digits('registration number', '1,6', '12345'),
  LI: { name: 'register number', pattern: /^FL\d{11}$/, example: 'FL-0002.000.000-1', telling: true },
  LT: digits('company code', '9}|\\d{7', '110053842'),
  LU: { name: 'RCS number', pattern: /^[A-K]\d{1,6}$/, example: 'B6307' },
  LV: { ...digits('registration number', 11, '40003032949'), pattern: /^[459]\d{10}$/ },
  MT: {
    name: 'registration number',
    pattern: /^(?:C|P|OC|LLP)\d{1,6}$/,
    example: 'C 12345',
    write: (bare) => bare.replace(/\d/, ' $&'),
  },
  NL: digits('KVK number', 8, '33031431'),
  NO: {
    ...digits('organisation number', 9, '923 609 016'),
    pattern: /^[89]\d{8}$/,
    check: mod11([3, 2, 7, 6, 5, 4, 3, 2]),
    write: inThrees,
    telling: true,
  },
  PL: digits('KRS number', 10, '0000028860'),
  PT: { ...digits('NIPC', 9, '500697256'), check: mod11Portuguese, telling: true },
  RO: {
    name: 'number of the trade register, or CUI',
    pattern: /^(?:J\d{1,2}\/\d{1,7}\/\d{4}|J\d{13}|(?:RO)?\d{2,10})$/,
    example: 'J40/8302/1997',
  },
  SE: {
    ...digits('organisation number', 10, '556012-5790'),
    check: luhn,
    write: (bare) => `${bare.slice(0, 6)}-${bare.slice(6)}`,
    telling: true,
  },
  SI: digits('registration number', '7}|\\d{10', '5300231'),
  SK: digits('IČO', 8, '35757442'),
}
