import { useRef } from 'react'

/** Whoever had the focus last, menus apart: an entry that opens a dialog is gone before the dialog is there. */
let last: HTMLElement | undefined

if (typeof document !== 'undefined') {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest('[role="menu"]')) last = target
  })
}

/**
 * Dialogs here are opened by state and have no trigger of their own, so they remember who had the focus when they opened
 * and give it back when they close.
 */
export function useReturnFocus() {
  const before = useRef<HTMLElement>(undefined)
  return {
    onOpenAutoFocus: () => {
      before.current = last
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      // What opened the dialog may be gone by what it did ("Unblock"): then the page's heading is where one goes on.
      const back = before.current?.isConnected ? before.current : document.querySelector<HTMLElement>('main h1')
      back?.focus()
    },
  }
}
