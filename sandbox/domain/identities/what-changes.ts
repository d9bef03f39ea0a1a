import { isDeepStrictEqual } from 'node:util'

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The fields that were sent at all: the others stay as they are. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>
}

/** Whether something that was sent is another than what is there. */
export const differs = <T extends object>(before: T, change: { [K in keyof T]?: T[K] | undefined }): boolean =>
  Object.entries(given(change)).some(([key, value]) => !isDeepStrictEqual(Reflect.get(before, key), value))
