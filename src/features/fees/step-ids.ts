/** The steps of a new charge, in order. Alone here: the address needs them in the first script, the checks not. */
export const stepIds = ['fee', 'review'] as const
export type StepId = (typeof stepIds)[number]
