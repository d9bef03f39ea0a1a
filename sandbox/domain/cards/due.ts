export const cardDue = {} as const
