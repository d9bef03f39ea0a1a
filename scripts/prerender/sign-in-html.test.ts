import { describe, expect, it } from 'vitest'
import { type Manifest, signInHtml } from './sign-in-html'

const shell = `<html><head>
  <script type="module" src="/assets/index-1.js"></script>
  </head><body>
    <div id="app"><div>calm <div>skeleton</div></div></div>
    <div id="gates"></div>
  </body></html>`

const manifest: Manifest = {
  'index.html': { file: 'assets/index-1.js' },
  'src/routes/sign-in.tsx?tsr-split=component---loader': {
    file: 'assets/sign-in-2.js',
    imports: ['index.html', '_form.js'],
  },
  '_form.js': { file: 'assets/form-3.js', imports: ['_button.js', 'index.html'] },
  '_button.js': { file: 'assets/button-4.js' },
}

describe('signInHtml', () => {
  it('puts the page where the skeleton was, whatever signs it holds', () => {
    const html = signInHtml(shell, manifest, '<h1>$& Sign in</h1>')
    expect(html).toContain('<div id="app"><h1>$& Sign in</h1></div>')
    expect(html).not.toContain('skeleton')
    expect(html).toContain('<div id="gates"></div>')
  })

  it('asks at once for the scripts of the page and for what they need, each once', () => {
    const html = signInHtml(shell, manifest, '')
    const asked = [...html.matchAll(/modulepreload" crossorigin href="([^"]+)"/g)].map(([, file]) => file)
    expect(asked).toEqual(['/assets/sign-in-2.js', '/assets/form-3.js', '/assets/button-4.js'])
  })

  it.each([
    ['without the route', shell, {}],
    ['without a place for the page', '<html><head></head></html>', manifest],
  ])('fails the build %s', (_, html, given) => {
    expect(() => signInHtml(html, given, '')).toThrow()
  })
})
