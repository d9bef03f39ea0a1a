import { createEvents } from './events.js'
import { createFrame } from './frame.js'
import { lookOf, onTheme } from './look.js'
import { session } from './user.js'

const names = { cardNumber: 'Card number', cvv: 'Security code', cardPin: 'Card PIN', pin: 'Card PIN' }

/**
 * Shows the value behind a token of the API. Tells `ready` when the frame stands, `shown` when the value does, and
 * `error` with a `code` when it cannot: a token shows its value once.
 */
export function createSpan(kind, token, given = {}) {
  let options = given
  let host
  let stopTheme
  const events = createEvents()
  const sendLook = () => host && frame.send({ do: 'look', look: lookOf(host, styleOf(options)) })
  const frame = createFrame('show', {
    hello() {
      const { uiKey, userToken } = session
      return { kind, token: String(token), uiKey, userToken, lang: document.documentElement.lang }
    },
    heard({ event, detail }) {
      if (event === 'ready') sendLook()
      events.emit(event, detail)
    },
    lost: (error) => events.emit('error', error),
    dress(element, place) {
      const room = place.clientHeight > 0
      element.title = options.ariaLabel ?? options.title ?? names[kind] ?? kind
      element.name = `secure-${kind}`
      Object.assign(element.style, { border: '0', display: 'block', width: '100%', colorScheme: 'light' })
      element.style.height = options.style?.base?.height ?? (room ? '100%' : '1.5em')
    },
  })
  const span = {
    mount(target) {
      if (host) span.unmount()
      host = frame.mount(target)
      stopTheme = onTheme(host, sendLook)
    },
    unmount() {
      stopTheme?.()
      frame.unmount()
      host = stopTheme = undefined
    },
    destroy() {
      span.unmount()
      events.clear()
    },
    update(more = {}) {
      options = { ...options, ...more }
      sendLook()
    },
    ...events.methods(() => span),
  }
  return span
}

/** The newer client takes the rules themselves where the older one takes them by state. */
const styleOf = ({ style }) => (!style || style.base ? style : { base: style })
