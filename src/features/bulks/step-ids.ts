/** The steps of a new bulk, in order. Alone here: the address needs them in the first script, the checks not. */
export const stepIds = ['file', 'columns', 'check', 'review'] as const
export type StepId = (typeof stepIds)[number]
