/** Origins as both CSP and the frame's script read them: `http://127.0.0.1:4000`, or `http://127.0.0.1:*` for any port. */
const ORIGIN = /^https?:\/\/[a-z0-9.[\]:-]+(:\*)?$/i

/** The document of a secure field. It may be held by the named pages only, and does nothing until one of them speaks. */
export function framePage(pageOrigins: readonly string[]): Response {
  const pages = pageOrigins.filter((origin) => ORIGIN.test(origin))
  const html = `<!doctype html>
<html lang="en" data-pages="${escaped(JSON.stringify(pages))}">
<head>
<meta charset="utf-8">
<title>Secure field</title>
<link rel="stylesheet" href="static/frame.css">
</head>
<body>
<form>
<input class="name" type="text" name="username" autocomplete="username" tabindex="-1" aria-hidden="true">
<input class="field empty" type="password" name="password" autocomplete="current-password" maxlength="100" autocapitalize="off" autocorrect="off" spellcheck="false">
<button class="name" type="submit" tabindex="-1" aria-hidden="true"></button>
</form>
<script src="static/frame.js"></script>
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
