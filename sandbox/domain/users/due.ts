export const userDue = {} as const
