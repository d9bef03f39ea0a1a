import * as z from 'zod'

const Email = z.email().max(255)

/** Whether this can be an e-mail address, as the API looks at it. */
export const isEmail = (typed: string): boolean => Email.safeParse(typed.trim()).success
