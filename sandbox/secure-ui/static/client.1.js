/**
 * The script that a page loads to get fields whose values it never sees. Each field is a frame of the origin that served
 * this script; page and frame talk through one channel, which is handed to that origin and to no other. Same interface
 * as the vendor's script of this name.
 */
;(() => {
  const script = document.currentScript
  const { origin } = new URL(script.src)
  const frameUrl = new URL('../frame', script.src).href
  const patience = 10_000
  const inherited = ['color', 'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'letterSpacing', 'lineHeight']
  let uiKey = ''

  /** The page's theme: what the field would look like if it stood in the page itself, then what the page asked for. */
  function lookOf(host, options) {
    const computed = getComputedStyle(host)
    const base = Object.fromEntries(inherited.map((name) => [name, computed[name]]))
    const style = { ...options.style, base: { ...base, ...options.style?.base } }
    return Object.fromEntries(Object.entries(style).map(([state, rules]) => [state, resolved(host, rules)]))
  }

  /** Custom properties mean nothing in another document: the page works them out. */
  function resolved(host, rules) {
    const probe = document.createElement('span')
    probe.hidden = true
    const value = (name, text) => {
      if (typeof text !== 'string' || !text.includes('var(')) return text
      host.append(probe)
      probe.style[name] = text
      const computed = getComputedStyle(probe)[name]
      probe.remove()
      return computed
    }
    return Object.fromEntries(
      Object.entries(rules ?? {}).map(([name, rule]) => [
        name,
        typeof rule === 'object' && rule !== null ? resolved(host, rule) : value(name, rule),
      ]),
    )
  }

  /** Tells when the page's theme may have changed; answers the way to stop. */
  function onTheme(host, changed) {
    const later = () => requestAnimationFrame(changed)
    const watched = { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] }
    const observer = new MutationObserver(later)
    observer.observe(document.documentElement, watched)
    observer.observe(document.body, watched)
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', later)
    host.addEventListener('transitionend', later)
    return () => {
      observer.disconnect()
      scheme.removeEventListener('change', later)
      host.removeEventListener('transitionend', later)
    }
  }

  function createInput(name, kind, given = {}) {
    let options = given
    let host
    let frame
    let port
    let stopTheme
    let lastAsk = 0
    const asks = new Map()
    const listeners = new Map()
    const listening = (event) => listeners.get(event)?.size > 0
    const emit = (event, detail) => {
      for (const listener of [...(listeners.get(event) ?? [])]) listener(detail)
    }
    const send = (message) => port?.postMessage(message)
    const sendLook = () => host && send({ do: 'look', look: lookOf(host, options), options: plain(options) })
    const focus = () => {
      frame?.focus()
      send({ do: 'focus' })
    }

    function heard({ data }) {
      if (data.answer) {
        const ask = asks.get(data.answer)
        asks.delete(data.answer)
        if (data.token) ask?.resolve(data.token)
        else ask?.reject(Object.assign(new Error(data.error), { code: data.error, field: name }))
        return
      }
      if (data.event === 'change') mark(data.detail)
      if (data.event === 'focus' || data.event === 'blur') classes(data.event === 'focus', 'focus')
      // A page that listens for `submit` must not hear of the same Enter twice.
      if (data.event === 'keyup' && data.detail.key === 'Enter' && listening('submit')) return
      emit(data.event, data.detail)
    }
    const classes = (on, key) => {
      const wanted = options.classNames?.[key]
      if (wanted) for (const each of wanted.split(/\s+/)) if (each) host?.classList.toggle(each, on)
    }
    const mark = ({ empty, valid }) => {
      classes(empty, 'empty')
      classes(valid, 'valid')
      classes(!empty && !valid, 'invalid')
    }

    /** Each time that the frame's document arrives (again), it gets a channel of its own. */
    function arrived() {
      port?.close()
      const channel = new MessageChannel()
      port = channel.port1
      port.onmessage = heard
      const hello = { type: 'multi-secure-field', name, kind, uiKey, lang: document.documentElement.lang }
      // Named origin: a frame that shows anything else does not get the channel.
      frame.contentWindow.postMessage(hello, origin, [channel.port2])
      sendLook()
    }

    const input = {
      mount(target) {
        if (frame) input.unmount()
        host = typeof target === 'string' ? document.querySelector(target) : target
        if (!host) throw new Error(`There is no element ${target} to mount the field into.`)
        const room = host.clientHeight > 0
        frame = document.createElement('iframe')
        frame.title = options.ariaLabel ?? options.title ?? options.placeholder ?? name
        frame.name = `secure-${name}`
        frame.src = frameUrl
        frame.addEventListener('load', arrived)
        // The frame's document is a light one; where the schemes differ browsers paint an opaque sheet behind it.
        Object.assign(frame.style, { border: '0', display: 'block', width: '100%', colorScheme: 'light' })
        frame.style.height = options.style?.base?.height ?? (room ? '100%' : '1.5em')
        classes(true, 'base')
        classes(true, 'empty')
        host.addEventListener('click', focus)
        stopTheme = onTheme(host, sendLook)
        host.append(frame)
      },
      unmount() {
        stopTheme?.()
        host?.removeEventListener('click', focus)
        port?.close()
        frame?.remove()
        for (const ask of asks.values()) ask.reject(new Error('UNMOUNTED'))
        asks.clear()
        host = frame = port = stopTheme = undefined
      },
      destroy() {
        input.unmount()
        listeners.clear()
      },
      focus,
      blur: () => send({ do: 'blur' }),
      clear: () => send({ do: 'clear' }),
      update(more = {}) {
        const style = more.style ? { ...options.style, ...more.style } : options.style
        options = { ...options, ...more, ...(style && { style }) }
        if (frame && (more.ariaLabel ?? more.title)) frame.title = more.ariaLabel ?? more.title
        sendLook()
      },
      on(event, listener) {
        if (!listeners.has(event)) listeners.set(event, new Set())
        listeners.get(event).add(listener)
        return input
      },
      off(event, listener) {
        if (listener) listeners.get(event)?.delete(listener)
        else listeners.delete(event)
        return input
      },
      addListener: (event, listener) => input.on(event, listener),
      removeListener: (event, listener) => input.off(event, listener),
      removeAllListeners(event) {
        if (event) listeners.delete(event)
        else listeners.clear()
        return input
      },
    }
    const tokenize = () =>
      new Promise((resolve, reject) => {
        if (!port) return reject(new Error('NOT_READY'))
        lastAsk += 1
        const id = lastAsk
        asks.set(id, { resolve, reject })
        setTimeout(() => asks.delete(id) && reject(new Error('TIMEOUT')), patience)
        send({ do: 'tokenize', id })
      })
    return { input, tokenize }
  }

  /** What may cross to the frame: no functions, no elements. */
  const plain = ({
    placeholder,
    maxlength,
    autocomplete,
    autocorrect,
    ariaLabel,
    title,
    ariaInvalid,
    ariaDescription,
  }) => ({
    placeholder,
    maxlength,
    autocomplete,
    autocorrect,
    ariaLabel: ariaLabel ?? title ?? placeholder,
    ariaInvalid,
    ariaDescription,
  })

  function form() {
    const fields = new Map()
    return {
      input(name, kind, options) {
        const field = createInput(name, kind, options)
        fields.set(name, field)
        return field.input
      },
      /** Calls `done` with the tokens by the names of the fields, or `failed` when one of them could not be had. */
      tokenize(done, failed = () => {}) {
        const wanted = [...fields].map(async ([name, field]) => [name, await field.tokenize()])
        Promise.all(wanted).then((tokens) => done(Object.fromEntries(tokens)), failed)
      },
    }
  }

  let userToken
  const client = {
    init(key) {
      uiKey = String(key)
    },
    form,
    /** Keeps the person's token for components that show secrets. */
    associate(token, done = () => {}) {
      userToken = token
      done()
    },
    setUserToken: (token, done, failed) => client.associate(token, done, failed),
    isAssociated: () => userToken !== undefined && userToken !== null,
  }
  window.OpcUxSecureClient = client
})()
