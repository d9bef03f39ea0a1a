export const trustDue = {} as const
