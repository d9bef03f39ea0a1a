import { createEvents } from './events.js'
import { createFrame } from './frame.js'
import { lookOf, onTheme } from './look.js'
import { session } from './user.js'

/** Fields of one group know whether a repeated password is the same: between themselves, not through the page. */
export const newGroup = () => [...crypto.getRandomValues(new Uint32Array(4))].join('-')

/** A field whose value the page never sees. Answers the component and the way to a token for what was typed. */
export function createInput(group, name, kind, given = {}) {
  let options = given
  let host
  let stopTheme
  const events = createEvents()
  const classes = (on, key) => {
    const wanted = options.classNames?.[key]
    if (wanted) for (const each of wanted.split(/\s+/)) if (each) host?.classList.toggle(each, on)
  }
  const mark = ({ empty, valid, autofill }) => {
    classes(empty, 'empty')
    classes(valid, 'valid')
    classes(!empty && !valid, 'invalid')
    classes(autofill, 'autofill')
  }
  const frame = createFrame('frame', {
    hello: () => ({ group, kind, uiKey: session.uiKey, lang: document.documentElement.lang }),
    heard({ event, detail }) {
      if (event === 'ready') sendLook()
      if (event === 'change') mark(detail)
      if (event === 'focus' || event === 'blur') classes(event === 'focus', 'focus')
      // A page that listens for `submit` must not hear of the same Enter twice.
      if (event === 'keyup' && detail.key === 'Enter' && events.has('submit')) return
      events.emit(event, detail)
    },
    lost: (error) => events.emit('error', error),
    dress(element, place) {
      const room = place.clientHeight > 0
      element.title = options.ariaLabel ?? options.title ?? options.placeholder ?? name
      element.name = `secure-${name}`
      // The frame's document is a light one; where the schemes differ browsers paint an opaque sheet behind it.
      Object.assign(element.style, { border: '0', display: 'block', width: '100%', colorScheme: 'light' })
      element.style.height = options.style?.base?.height ?? (room ? '100%' : '1.5em')
    },
  })
  const sendLook = () => host && frame.send({ do: 'look', look: lookOf(host, options.style), options: plain(options) })
  const focus = () => {
    frame.element?.focus()
    frame.send({ do: 'focus' })
  }

  const input = {
    mount(target) {
      if (host) input.unmount()
      host = frame.mount(target)
      classes(true, 'base')
      classes(true, 'empty')
      host.addEventListener('click', focus)
      stopTheme = onTheme(host, sendLook)
    },
    unmount() {
      stopTheme?.()
      host?.removeEventListener('click', focus)
      frame.unmount()
      host = stopTheme = undefined
    },
    destroy() {
      input.unmount()
      events.clear()
    },
    focus,
    blur: () => frame.send({ do: 'blur' }),
    clear: () => frame.send({ do: 'clear' }),
    update(more = {}) {
      const style = more.style ? { ...options.style, ...more.style } : options.style
      options = { ...options, ...more, ...(style && { style }) }
      if (frame.element && (more.ariaLabel ?? more.title)) frame.element.title = more.ariaLabel ?? more.title
      sendLook()
    },
    ...events.methods(() => input),
  }
  const tokenize = () =>
    frame.ask({ do: 'tokenize' }).catch((error) => {
      throw Object.assign(error, { field: name })
    })
  return { input, tokenize }
}

/** What may cross to the frame: no functions, no elements. */
const plain = ({ placeholder, maxlength, autocomplete, ariaLabel, title, ariaInvalid, ariaDescription }) => ({
  placeholder,
  maxlength,
  autocomplete,
  ariaLabel: ariaLabel ?? title ?? placeholder,
  ariaInvalid,
  ariaDescription,
})
