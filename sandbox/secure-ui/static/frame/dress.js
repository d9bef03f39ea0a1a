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
const sheet = new CSSStyleSheet()
document.adoptedStyleSheets = [sheet]

/**
 * Wears what the page asked for: how the text is written, and nothing that could load or cover anything. The root in its
 * selectors puts it above the frame's own rules, which would write dark on a dark page.
 */
export function dress(look) {
  while (sheet.cssRules.length > 0) sheet.deleteRule(0)
  for (const [state, rules] of Object.entries(look ?? {})) {
    if (states.has(state)) dressState(state === 'base' ? ':root .field' : `:root .field.${state}`, rules)
  }
}

function dressState(selector, rules) {
  const { style } = sheet.cssRules[sheet.insertRule(`${selector} {}`, sheet.cssRules.length)]
  for (const [name, value] of Object.entries(rules ?? {})) {
    if (pseudos.has(name)) dressState(selector + name, value)
    else if (properties.has(name) && typeof value === 'string' && !unsafe.test(value)) style[name] = value
  }
}
