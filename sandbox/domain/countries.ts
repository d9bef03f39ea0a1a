const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
// Regions of the standard that are no countries.
const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ'])

/** Whether two capitals are a country of ISO 3166. */
export const isCountry = (code: string): boolean => !NO_COUNTRIES.has(code) && regions.of(code) !== undefined
