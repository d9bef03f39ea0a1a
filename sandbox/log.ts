/** What the sandbox needs of a logger; pino's loggers are such. Fields first, then a constant message. */
export type Log = Record<'info' | 'warn' | 'error', (fields: Record<string, unknown>, message: string) => void>

export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }
