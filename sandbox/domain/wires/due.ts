export const wireDue = {} as const
