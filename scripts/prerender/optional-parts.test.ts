import { expect, test } from 'vitest'
import { optionalParts } from './optional-parts'

test('an element that depends on something is enclosed with all that it holds', () => {
  const html = '<div><p data-when="links" class="a"><p>x</p><a data-when="termsUrl" href="/t">T</a></p><b>y</b></div>'
  expect(optionalParts(html)).toBe(
    '<div><!--when links--><p class="a"><p>x</p><!--when termsUrl--><a href="/t">T</a><!--/when--></p><!--/when--><b>y</b></div>',
  )
})

test('a picture has no end tag, and may have something in its place', () => {
  expect(optionalParts('<img data-when="logo" src="/l"/>Name', { logo: '<svg></svg>' })).toBe(
    '<!--when logo--><img src="/l"/><!--/when--><!--when no-logo--><svg></svg><!--/when-->Name',
  )
})

test('an element that does not end fails the build', () => {
  expect(() => optionalParts('<p data-when="links">')).toThrow('p that does not end')
})
