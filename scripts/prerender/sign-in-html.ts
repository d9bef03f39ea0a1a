type Parts = {
  /** The built page without a room in it. */
  shell: string
  /** The sign-in page as HTML. */
  markup: string
  /** The text of a built file, by the path that the page names. */
  read: (path: string) => string
}

const appElement = /<div id="app">[\s\S]*?<\/div>\s*(?=<div id="gates">)/
const sheet = /\s*<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/

/**
 * The served sign-in page. Nothing stands between its arrival and its first paint: the styles are in it, under the nonce
 * that the gateway gives each visit.
 */
export function signInHtml({ shell, markup, read }: Parts): string {
  const [, sheetPath] = sheet.exec(shell) ?? []
  if (!appElement.test(shell) || !sheetPath) throw new Error('the built page is not as expected')
  const style = read(sheetPath)
  if (style.includes('</')) throw new Error('the style sheet would end its own element')
  return shell
    .replace(sheet, '')
    .replace('<title>', () => `<style nonce="__CSP_NONCE__">${style}</style>\n    <title>`)
    .replace(appElement, () => `<div id="app">${markup}</div>\n    `)
}
