/** An IBAN in groups of four, as it is printed and compared. */
export const groupIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1\u00a0')

/** A sort code in pairs. */
export const groupSortCode = (code: string): string => code.replace(/(\d{2})(?=\d)/g, '$1-')
