/**
 * The field itself, in a document of its own. It listens to the page that holds it, once, and only if that page's origin
 * is one that the server named; what is typed goes to this document's own server and nowhere else. The page learns that
 * there is something, never what.
 */
;(() => {
  const pages = JSON.parse(document.documentElement.dataset.pages)
  const form = document.querySelector('form')
  const input = document.querySelector('input[type=password]')
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [sheet]

  const properties = new Set([
    'background',
    'backgroundColor',
    'color',
    'fontFamily',
    'fontSize',
    'fontSmoothing',
    'fontStyle',
    'fontVariant',
    'fontWeight',
    'height',
    'letterSpacing',
    'lineHeight',
    'margin',
    'padding',
    'textAlign',
    'textDecoration',
    'textIndent',
    'textShadow',
    'textTransform',
  ])
  const pseudos = new Set([':hover', ':focus', '::placeholder', '::selection', ':-webkit-autofill'])
  const states = new Set(['base', 'empty', 'valid', 'invalid'])
  const unsafe = /url|image|@|[;{}<>\\]/i
  const autocompletes = new Set(['current-password', 'new-password', 'one-time-code', 'off'])
  const kinds = {
    password: { autocomplete: 'current-password' },
    confirmPassword: { autocomplete: 'new-password' },
    passCode: { autocomplete: 'off', numeric: true },
    confirmPassCode: { autocomplete: 'off', numeric: true },
    cardPin: { autocomplete: 'off', numeric: true },
  }

  let port
  let field

  const isAllowed = (origin) =>
    pages.some((page) => (page.endsWith(':*') ? origin.replace(/:\d+$/, '') === page.slice(0, -2) : origin === page))

  function greeted(event) {
    if (event.source !== window.parent || !isAllowed(event.origin) || !event.ports[0]) return
    if (event.data?.type !== 'multi-secure-field' || !Object.hasOwn(kinds, event.data.kind)) return
    window.removeEventListener('message', greeted)
    field = event.data
    if (field.lang) document.documentElement.lang = String(field.lang)
    const { autocomplete, numeric } = kinds[field.kind]
    input.autocomplete = autocomplete
    if (numeric) input.inputMode = 'numeric'
    port = event.ports[0]
    port.onmessage = told
    port.postMessage({ event: 'ready' })
    // A password manager may have been quicker.
    if (input.value !== '') changed()
  }

  function told({ data }) {
    switch (data.do) {
      case 'look':
        dress(data.look)
        return equip(data.options)
      case 'focus':
        return input.focus()
      case 'blur':
        return input.blur()
      case 'clear':
        input.value = ''
        return changed()
      case 'tokenize':
        return tokenize(data.id)
    }
  }

  function dress(look) {
    while (sheet.cssRules.length > 0) sheet.deleteRule(0)
    for (const [state, rules] of Object.entries(look ?? {})) {
      if (states.has(state)) dressState(state === 'base' ? 'input.field' : `input.field.${state}`, rules)
    }
  }

  function dressState(selector, rules) {
    const { style } = sheet.cssRules[sheet.insertRule(`${selector} {}`, sheet.cssRules.length)]
    for (const [name, value] of Object.entries(rules ?? {})) {
      if (pseudos.has(name)) dressState(selector + name, value)
      else if (properties.has(name) && typeof value === 'string' && !unsafe.test(value)) style[name] = value
    }
  }

  function equip({ placeholder, maxlength, autocomplete, ariaLabel, ariaInvalid, ariaDescription }) {
    if (placeholder !== undefined) input.placeholder = String(placeholder)
    if (Number.isInteger(maxlength) && maxlength > 0) input.maxLength = Math.min(maxlength, 100)
    if (autocompletes.has(autocomplete)) input.autocomplete = autocomplete
    if (ariaLabel !== undefined) input.ariaLabel = String(ariaLabel)
    if (ariaInvalid !== undefined) input.ariaInvalid = String(ariaInvalid)
    if (ariaDescription !== undefined) input.setAttribute('aria-description', String(ariaDescription))
  }

  function changed() {
    const empty = input.value === ''
    const valid = !empty && (!kinds[field.kind].numeric || /^\d{4}$/.test(input.value))
    input.classList.toggle('empty', empty)
    input.classList.toggle('valid', valid)
    input.classList.toggle('invalid', !empty && !valid)
    port.postMessage({ event: 'change', detail: { empty, valid, invalid: !empty && !valid } })
  }

  async function tokenize(answer) {
    if (input.value === '') return port.postMessage({ answer, error: 'EMPTY' })
    try {
      const response = await fetch('tokens', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'ui-key': field.uiKey },
        body: JSON.stringify({ kind: field.kind, value: input.value }),
      })
      const token = response.ok ? (await response.json()).token : undefined
      port.postMessage(token ? { answer, token } : { answer, error: response.status === 401 ? 'UI_KEY' : 'REFUSED' })
    } catch {
      port.postMessage({ answer, error: 'NETWORK' })
    }
  }

  window.addEventListener('message', greeted)
  input.addEventListener('input', () => port && changed())
  input.addEventListener('change', () => port && changed())
  for (const event of ['focus', 'blur']) input.addEventListener(event, () => port?.postMessage({ event }))
  input.addEventListener('keyup', ({ key }) => {
    // Which characters are typed, in what case and how they are mended, is nobody's business.
    if (key === 'Enter' || key === 'Escape' || key === 'Tab') port?.postMessage({ event: 'keyup', detail: { key } })
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    port?.postMessage({ event: 'submit' })
  })
})()
