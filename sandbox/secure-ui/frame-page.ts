/** Origins as both CSP and the frame's script read them: `http://127.0.0.1:4000`, or `http://127.0.0.1:*` for any port. */
const ORIGIN = /^https?:\/\/[a-z0-9.[\]:-]+(:\*)?$/i

const field = `<form>
<input class="name" type="text" name="username" autocomplete="username" tabindex="-1" aria-hidden="true">
<input class="field empty" type="password" name="password" autocomplete="current-password" maxlength="100" autocapitalize="off" autocorrect="off" spellcheck="false">
<button class="name" type="submit" tabindex="-1" aria-hidden="true"></button>
</form>`
const documents = {
  frame: { title: 'Secure field', style: 'frame', body: field },
  show: { title: 'Secure value', style: 'show', body: '<output class="field"></output>' },
  session: { title: 'Secure session', style: undefined, body: '' },
  verify: { title: 'Verification', style: 'verify', body: '<main></main>' },
}
type Frame = keyof typeof documents
export const frames: readonly Frame[] = ['frame', 'show', 'session', 'verify']

/**
 * The document of a secure component, empty until its script fills it. It may be held by the named pages only, and does
 * nothing until one of them speaks.
 */
export function framePage(frame: Frame, pageOrigins: readonly string[]): Response {
  const pages = pageOrigins.filter((origin) => ORIGIN.test(origin))
  const { title, style, body } = documents[frame]
  const html = `<!doctype html>
<html lang="en" data-pages="${escaped(JSON.stringify(pages))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${style ? `<link rel="stylesheet" href="static/${style}.css">` : ''}
</head>
<body>
${body}
<script src="static/${frame}.js"></script>
</body>
</html>
`
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `connect-src 'self'`,
    `form-action 'none'`,
    `base-uri 'none'`,
    `frame-ancestors ${pages.join(' ') || `'none'`}`,
  ]
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'cache-control': 'no-cache',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
