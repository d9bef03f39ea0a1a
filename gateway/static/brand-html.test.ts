import { expect, test } from 'vitest'
import { ownBrand } from '../../contract/brand'
import { PageConfig } from '../../contract/session'
import { brandStyle, fillBrand } from './brand-html'

const config = (brand: PageConfig['brand'], registrations: PageConfig['registrations'] = []): PageConfig =>
  PageConfig.parse({
    environment: 'embedded',
    uiKey: '',
    secureScript: '',
    profiles: { managedAccounts: '1', transfers: '2' },
    registrations,
    currencies: [],
    feeTypes: [],
    brand,
    demoSignIns: [],
  })
const template = [
  '<head><link rel="icon" type="image/svg+xml" href="/mark.svg" /><title>__BRAND_NAME__</title></head>',
  '<!--when logo--><img src="__BRAND_LOGO__"><!--/when--><!--when no-logo--><svg></svg><!--/when-->',
  '<!--when foot--><footer><!--when links--><p><!--when supportEmail--><a href="mailto:__BRAND_SUPPORT_EMAIL__"></a>',
  '<!--/when--></p><!--/when--><!--when legalNotice--><p>__BRAND_LEGAL_NOTICE__</p><!--/when--></footer><!--/when-->',
  '<!--when register-CONSUMER--><a>Open</a><!--/when-->',
].join('')

test('what a programme has not got is not in the page', () => {
  const page = fillBrand(template, config(ownBrand))
  expect(page).toBe(
    '<head><link rel="icon" type="image/svg+xml" href="/mark.svg" /><title>Multi Console</title></head><svg></svg>',
  )
})

test('what it has is there, whatever signs it is made of', () => {
  const name = `<b>"R&D's" $& __BRAND_LOGO__</b>`
  const brand = { name, logo: '/brand/logo?v=1', legalNotice: '</p><script>alert(1)</script>' }
  const page = fillBrand(template, config(brand, ['CONSUMER']))
  expect(page).toContain('<title>&lt;b&gt;&quot;R&amp;D&#39;s&quot; $&amp; __BRAND_LOGO__&lt;/b&gt;</title>')
  expect(page).toContain('<link rel="icon" href="/brand/logo?v=1" />')
  expect(page).toContain('<img src="/brand/logo?v=1">')
  expect(page).toContain('<footer><p>&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p></footer><a>Open</a>')
  expect(page).not.toMatch(/<svg|mailto|<!--/)
})

test('a part that depends on something unknown fails the start, not a visit', () => {
  expect(() => fillBrand('<!--when moon-->x<!--/when-->', config(ownBrand))).toThrow('moon')
})

test('an accent comes as the shades of the design, under the nonce of the page', () => {
  expect(brandStyle(ownBrand, 'n')).toBe('')
  const style = brandStyle({ name: 'X', accent: '#ffff00' }, 'n')
  expect(style).toMatch(/^<style nonce="n">:root\{--color-accent:light-dark\(#[0-9a-f]{6},#ffff00\);.*\}<\/style>$/)
})
