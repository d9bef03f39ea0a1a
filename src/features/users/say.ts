import type { Mobile } from '#contract/people'
import type { User } from '#contract/users'

export const fullName = ({ name, surname }: Pick<User, 'name' | 'surname'>): string => `${name} ${surname}`

/** A number as one reads it to somebody, without the tables of the world's numbers. */
export const phoneText = ({ countryCode, number }: Mobile): string => `${countryCode} ${number}`
