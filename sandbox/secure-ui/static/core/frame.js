import { failure } from './events.js'
import { frameUrl, origin, patience, silence } from './origin.js'

const element = (target) => (typeof target === 'string' ? document.querySelector(target) : target)

/**
 * A frame of the secure origin in a place of the page, and the channel to it. `hello` is what the frame is told first,
 * `heard` gets what it tells, `lost` runs when it does not answer: blocked, away, or not for pages of this origin.
 */
export function createFrame(path, { hello, heard, lost, dress }) {
  const asks = new Map()
  let lastAsk = 0
  let frame
  let port
  let waiting

  const expect = (ms) => {
    clearTimeout(waiting)
    waiting = setTimeout(() => lost(failure('FRAME_REFUSED')), ms)
  }

  function received({ data }) {
    if (data.event === 'ready') clearTimeout(waiting)
    if (!data.answer) return heard(data)
    const ask = asks.get(data.answer)
    asks.delete(data.answer)
    if (data.error) ask?.reject(failure(data.error))
    else ask?.resolve(data.value)
  }

  /** Each time that the frame's document arrives (again), it gets a channel of its own. */
  function arrived() {
    port?.close()
    const channel = new MessageChannel()
    port = channel.port1
    port.onmessage = received
    expect(silence)
    // Named origin: a frame that shows anything else does not get the channel.
    frame.contentWindow.postMessage({ type: 'multi-secure', ...hello() }, origin, [channel.port2])
  }

  return {
    get element() {
      return frame
    },
    send: (message) => port?.postMessage(message),
    mount(target) {
      const host = element(target)
      if (!host) throw new Error(`There is no element ${target} to mount a secure component into.`)
      frame = document.createElement('iframe')
      frame.src = frameUrl(path)
      frame.addEventListener('load', arrived)
      dress?.(frame, host)
      expect(patience)
      host.append(frame)
      return host
    },
    unmount() {
      clearTimeout(waiting)
      port?.close()
      frame?.remove()
      for (const ask of asks.values()) ask.reject(failure('UNMOUNTED'))
      asks.clear()
      frame = port = undefined
    },
    ask: (message) =>
      new Promise((resolve, reject) => {
        if (!port) return reject(failure('NOT_READY'))
        lastAsk += 1
        const id = lastAsk
        asks.set(id, { resolve, reject })
        setTimeout(() => asks.delete(id) && reject(failure('TIMEOUT')), patience)
        port.postMessage({ ...message, id })
      }),
  }
}
