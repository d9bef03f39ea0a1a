import { type Param, searchParams, textParam } from '@/lib/search-params'

/** Six digits, also those that the router took for a number (and leading zeros of which it lost). */
const codeParam: Param<string> = (value) => {
  const text = typeof value === 'number' ? String(value).padStart(6, '0') : value
  return typeof text === 'string' && /^\d{6}$/.test(text) ? text : undefined
}

/** The vendor's links set it for consumers and leave it out for companies. */
const setParam: Param<boolean> = (value) =>
  value === undefined || value === '' || value === false || value === 'false' || value === 0 ? undefined : true

/** What the link of a verification e-mail carries. */
export const confirmAddressSearch = searchParams({ email: textParam, nonce: codeParam, cons: setParam })

/** The step that the address asks for. */
export const onboardingSearch = searchParams({ step: textParam })
