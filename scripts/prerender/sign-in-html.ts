/** What the build says of its files, as far as it is needed here. */
export type Manifest = Record<string, { file: string; imports?: string[]; css?: string[] }>

const appElement = /<div id="app">[\s\S]*?<\/div>\s*(?=<div id="gates">)/
const routeChunk = /routes\/sign-in\.tsx\?tsr-split=component/

/** The served sign-in page: the built shell with the page in it and its scripts asked for at once. */
export function signInHtml(shell: string, manifest: Manifest, markup: string): string {
  const chunk = Object.keys(manifest).find((key) => routeChunk.test(key))
  if (!chunk) throw new Error('the build has no chunk of the sign-in route')
  if (!appElement.test(shell)) throw new Error('the built page has no #app before #gates')
  const links = scriptsOf(manifest, chunk)
    .filter((file) => !shell.includes(file))
    .map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`)
  return shell
    .replace(appElement, () => `<div id="app">${markup}</div>\n    `)
    .replace('</head>', () => `${links.join('\n    ')}\n  </head>`)
}

function scriptsOf(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  const entry = manifest[key]
  if (!entry || seen.has(key)) return []
  seen.add(key)
  return [entry.file, ...(entry.imports ?? []).flatMap((next) => scriptsOf(manifest, next, seen))]
}
