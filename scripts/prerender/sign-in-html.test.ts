import { describe, expect, it } from 'vitest'
import { signInHtml } from './sign-in-html'

const shell = `<html><head>
  <title>Multi Console</title>
  <script type="module" src="/assets/index-1.js"></script>
  <link rel="stylesheet" crossorigin href="/assets/index-7.css">
  </head><body>
    <div id="app"><div>calm <div>skeleton</div></div></div>
    <div id="gates"></div>
  </body></html>`

const read = (path: string) => `/* ${path} */ p::after{content:"$&"}`
const build = (over: Partial<Parameters<typeof signInHtml>[0]> = {}) =>
  signInHtml({ shell, markup: '<h1>$& Sign in</h1>', read, ...over })

describe('signInHtml', () => {
  it('puts the page where the skeleton was, whatever signs it holds', () => {
    expect(build()).toContain('<div id="app"><h1>$& Sign in</h1></div>')
    expect(build()).not.toContain('skeleton')
    expect(build()).toContain('<div id="gates"></div>')
  })

  it('lets nothing hold up the first paint', () => {
    const [head] = build().split('</head>')
    expect(head).toContain('<style nonce="__CSP_NONCE__">/* assets/index-7.css */ p::after{content:"$&"}</style>')
    expect(head).not.toMatch(/rel="stylesheet"|<script src/)
  })

  it.each([
    ['without a place for the page', { shell: '<html><head></head></html>' }],
    ['with styles that would end their element', { read: () => 'a{content:"</style>"}' }],
  ])('fails the build %s', (_, over) => {
    expect(() => build(over)).toThrow()
  })
})
