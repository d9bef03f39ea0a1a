/**
 * Runs what a field does when it is left, but not while the pointer is still down: a complaint that appears between
 * pressing and letting go moves the button away from under the pointer, and the press is lost.
 */
export function afterPress(work: () => void): void {
  const pressed = document.querySelector(':active') !== null
  if (pressed) document.addEventListener('pointerup', () => setTimeout(work), { once: true })
  else work()
}
