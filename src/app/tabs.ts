type Word =
  | { type: 'signed-out' }
  /** Somebody is signed in: who, as `whoIs` names them. */
  | { type: 'signed-in'; who: string }
  /** A tab goes over to another identity: the session ends in a moment, and another one follows. */
  | { type: 'changing' }
  /** It did not come to that: everything stays as it is. */
  | { type: 'stays' }

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('multi-console') : undefined

/** Tells the other tabs of this browser; the live stream says the same, unless it is cut off just then. */
export const tellTabs = (word: Word): void => channel?.postMessage(word)

export function onTabs(listener: (word: Word) => void): () => void {
  const hear = (event: MessageEvent<Word>) => listener(event.data)
  channel?.addEventListener('message', hear)
  return () => channel?.removeEventListener('message', hear)
}
