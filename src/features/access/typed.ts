let email = ''

/** The address that the person has typed, on whichever page of the way in: kept for as long as the page, and nowhere else. */
export const typedEmail = {
  get: (): string => email,
  set: (typed: string): void => {
    email = typed
  },
}

/** What is wrong with an address as it stands, before anybody is asked. */
export function emailProblem(typed: string): 'missing' | 'malformed' | undefined {
  if (typed.trim() === '') return 'missing'
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.trim()) ? undefined : 'malformed'
}
