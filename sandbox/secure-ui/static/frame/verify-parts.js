/** An element with attributes (or listeners, by `on…`) and children; text goes in as text. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else element.setAttribute(name, String(value))
  }
  element.append(...children.flat().filter((child) => child !== undefined))
  return element
}

export const button = (text, onclick, kind = 'quiet') => el('button', { type: 'button', class: kind, onclick }, text)

/** A list of names and values. */
export const facts = (rows) =>
  el(
    'dl',
    {},
    rows.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
  )

/** What stands over a screen when something is missing or went wrong; told to those who hear the page. */
export const alert = (text) => el('p', { role: 'alert', class: 'alert' }, text)

/** Puts a message beside a field, and takes it away again. */
export function mark(field, message) {
  const id = `${field.id}-error`
  document.getElementById(id)?.remove()
  field.removeAttribute('aria-describedby')
  field.removeAttribute('aria-invalid')
  if (!message) return
  field.setAttribute('aria-invalid', 'true')
  field.setAttribute('aria-describedby', id)
  field.closest('.row').append(el('p', { id, class: 'error' }, message))
}

const properties =
  /^(color|accent-color|background-color|border(-(top|right|bottom|left))?(-(color|width|style))?|border(-\w+){0,2}-radius|font(-\w+)?|letter-spacing|line-height|margin(-\w+)?|padding(-\w+)?|text-(align|decoration|transform)(-\w+)?|gap)$/
const unsafe = /url|image|expression/i

/** Wears a page's style sheet as far as it is about letters, colours, borders and distances. */
export function wear(css) {
  const given = new CSSStyleSheet()
  given.replaceSync(css)
  const worn = new CSSStyleSheet()
  for (const rule of given.cssRules) {
    if (!(rule instanceof CSSStyleRule)) continue
    const { style } = worn.cssRules[worn.insertRule(`${rule.selectorText} {}`, worn.cssRules.length)]
    for (const name of rule.style) {
      const value = rule.style.getPropertyValue(name)
      if (properties.test(name) && !unsafe.test(value)) style.setProperty(name, value)
    }
  }
  document.adoptedStyleSheets = [worn]
}
