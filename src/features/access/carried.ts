/** What the person did on the served HTML before the app woke. */
export type Carried = { email: string; selection: readonly [number, number] | undefined }

let carried: Carried | undefined

/** Reads the served field at the last moment before the app draws over it. */
export function carryOver(): void {
  const field = document.querySelector<HTMLInputElement>('#app input[name="email"]')
  if (!field) return
  const focused = document.activeElement === field
  const end = field.value.length
  carried = {
    email: field.value,
    selection: focused ? [field.selectionStart ?? end, field.selectionEnd ?? end] : undefined,
  }
}

export const carriedOver = (): Carried | undefined => carried

/** Once the field stands, a later visit to the page starts empty. */
export function dropCarried(): void {
  carried = undefined
}
