/** Listeners by event, and the vendor's two names for adding and removing them. */
export function createEvents() {
  const listeners = new Map()
  const off = (event, listener) => {
    if (listener) listeners.get(event)?.delete(listener)
    else listeners.delete(event)
  }
  return {
    has: (event) => listeners.get(event)?.size > 0,
    emit(event, detail) {
      for (const listener of [...(listeners.get(event) ?? [])]) listener(detail)
    },
    clear: () => listeners.clear(),
    /** The methods of a component, each of which answers the component. */
    methods(component) {
      const on = (event, listener) => {
        if (!listeners.has(event)) listeners.set(event, new Set())
        listeners.get(event).add(listener)
        return component()
      }
      const remove = (event, listener) => {
        off(event, listener)
        return component()
      }
      const removeAllListeners = (event) => {
        if (event) listeners.delete(event)
        else listeners.clear()
        return component()
      }
      return { on, off: remove, addListener: on, removeListener: remove, removeAllListeners }
    },
  }
}

/** An error that says in one word what went wrong. */
export const failure = (code, more) => Object.assign(new Error(code), { code, ...more })
