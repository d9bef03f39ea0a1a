type Word = { type: 'signed-out' } | { type: 'signed-in'; credentials: string }

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('multi-console') : undefined

/** Tells the other tabs of this browser; the live stream says the same, unless it is cut off just then. */
export const tellTabs = (word: Word): void => channel?.postMessage(word)

export function onTabs(listener: (word: Word) => void): () => void {
  const hear = (event: MessageEvent<Word>) => listener(event.data)
  channel?.addEventListener('message', hear)
  return () => channel?.removeEventListener('message', hear)
}
