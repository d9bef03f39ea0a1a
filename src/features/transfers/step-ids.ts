/** The steps of a new transfer, in order. Alone here: the address needs them in the first script, the checks not. */
export const stepIds = ['from', 'to', 'amount', 'review'] as const
export type StepId = (typeof stepIds)[number]
