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
const theme = /\s*<script src="\/[^"]*theme[^"]*\.js"><\/script>/

/**
 * The served sign-in page. Nothing stands between its arrival and its first paint: the styles are in it (under the nonce
 * that the gateway gives each visit), and the theme's script comes after what it would hold up. That one is kept for good
 * by the browser of anybody who has ever chosen a theme, and nobody else needs it.
 */
export function signInHtml({ shell, markup, read }: Parts): string {
  const [themeTag] = theme.exec(shell) ?? []
  const [, sheetPath] = sheet.exec(shell) ?? []
  if (!appElement.test(shell) || !themeTag || !sheetPath) throw new Error('the built page is not as expected')
  const style = read(sheetPath)
  if (style.includes('</')) throw new Error('the style sheet would end its own element')
  return shell
    .replace(theme, '')
    .replace(sheet, '')
    .replace('<title>', () => `<style nonce="__CSP_NONCE__">${style}</style>\n    <title>`)
    .replace(appElement, () => `<div id="app">${markup}</div>${themeTag}\n    `)
}
