const inherited = ['color', 'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'letterSpacing', 'lineHeight']

/** The page's theme: what the text would look like if it stood in the page itself, then what the page asked for. */
export function lookOf(host, given) {
  const computed = getComputedStyle(host)
  const base = Object.fromEntries(inherited.map((name) => [name, computed[name]]))
  const style = { ...given, base: { ...base, ...given?.base } }
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
export function onTheme(host, changed) {
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
