export const identityDue = {} as const
