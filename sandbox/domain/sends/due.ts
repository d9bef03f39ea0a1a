export const sendDue = {} as const
