/** Presses and keys; moving the mouse past the window is no sign of a person at work. */
const signs = ['pointerdown', 'keydown', 'wheel'] as const
export const activityEvery = 30_000

type Parts = { target: EventTarget; touch: () => Promise<unknown>; now: () => number }

/** Tells the gateway that somebody is there, at most twice a minute. Only what a person did counts, never a script. */
export function startActivity({ target, touch, now }: Parts): () => void {
  let last = now()
  const onSign = (event: Event) => {
    if (!event.isTrusted || now() - last < activityEvery) return
    last = now()
    // Whether the session still lives is found out by those who need it.
    touch().catch(() => undefined)
  }
  for (const sign of signs) target.addEventListener(sign, onSign, { passive: true, capture: true })
  return () => {
    for (const sign of signs) target.removeEventListener(sign, onSign, { capture: true })
  }
}
