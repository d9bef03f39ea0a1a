const opening = /<(\w+)[^>]*?(\sdata-when="([\w-]+)")[^>]*>/

/**
 * Encloses each element that names what it depends on (`data-when`) in comments, by which the gateway leaves it out or
 * lets it stand (gateway/static/brand-html.ts). `instead` has what stands there where it is left out.
 */
export function optionalParts(html: string, instead: Record<string, string> = {}): string {
  const found = opening.exec(html)
  if (!found) return html
  const [tag, element = '', attribute = '', name = ''] = found
  const inner = found.index + tag.length
  const end = endOf(html, element, inner)
  const other = instead[name]
  return [
    html.slice(0, found.index),
    `<!--when ${name}-->`,
    tag.replace(attribute, ''),
    optionalParts(html.slice(inner, end), instead),
    '<!--/when-->',
    other === undefined ? '' : `<!--when no-${name}-->${other}<!--/when-->`,
    optionalParts(html.slice(end), instead),
  ].join('')
}

/** Where the element ends that was opened before `from`. */
function endOf(html: string, element: string, from: number): number {
  if (element === 'img') return from
  const tags = new RegExp(`<(/?)${element}(?=[\\s>])[^>]*>`, 'g')
  tags.lastIndex = from
  let depth = 1
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] === '/' ? -1 : 1
    if (depth === 0) return tags.lastIndex
  }
  throw new Error(`the page has a ${element} that does not end`)
}
