/**
 * The console's colours and letters as a style sheet for the screens of a check (`customCssStr`). Another document knows
 * no custom properties of ours, so they are worked out here. What stands there is the vendor's: elements first, and the
 * names that its pages and the sandbox's have for the same things.
 */
export function screenStyle(place: HTMLElement): string {
  const color = resolver(place)
  const { fontFamily } = getComputedStyle(place)
  const rule = (selector: string, rules: Record<string, string>) =>
    `${selector}{${Object.entries(rules)
      .map(([name, value]) => `${name}:${value}`)
      .join(';')}}`
  const control = { 'background-color': color('raised'), color: color('ink'), 'border-color': color('rule-strong') }
  return [
    rule('body', { 'background-color': color('paper'), color: color('ink'), 'font-family': fontFamily }),
    rule('main', { padding: '4px' }),
    rule('h1', { 'font-size': '20px', color: color('ink') }),
    rule('a', { color: color('accent') }),
    rule('input,select,textarea,button,::file-selector-button', { ...control, 'border-radius': '2px' }),
    rule('input', { 'accent-color': color('accent') }),
    rule('button.main,button[type="submit"]', {
      'background-color': color('fill'),
      'border-color': color('fill'),
      color: color('fill-ink'),
    }),
    rule('button.link', { 'background-color': 'transparent', color: color('accent') }),
    rule('button.bad', { color: color('bad'), 'border-color': color('bad') }),
    rule('.sandbox', { 'background-color': color('wait-wash'), color: color('wait'), 'border-radius': '2px' }),
    rule('.steps li', { 'border-color': color('rule'), color: color('ink-soft') }),
    rule('.steps li.done', { 'border-color': color('accent') }),
    rule('.steps li[aria-current]', { 'border-color': color('needle'), color: color('ink') }),
    rule('dl,dl div,h3,.file', { 'border-color': color('rule'), 'border-radius': '0' }),
    rule('dt,.hint,input[type="file"]', { color: color('ink-soft') }),
    rule('.reviewer', { 'border-color': color('rule-strong'), 'border-radius': '3px' }),
    rule('.error,.alert,h1.bad', { color: color('bad'), 'border-color': color('bad') }),
    rule('h1.good', { color: color('good') }),
  ].join('\n')
}

/** A token of the theme as the colour that it is in this place now. */
function resolver(place: HTMLElement): (name: string) => string {
  const probe = document.createElement('span')
  probe.hidden = true
  return (name) => {
    place.append(probe)
    probe.style.color = `var(--color-${name})`
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }
}
