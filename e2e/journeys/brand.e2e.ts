import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { accentShades, type Shade, type Theme } from '../../contract/accent'
import { expectAccessible } from '../fixtures/accessible'
import { startGateway } from '../fixtures/gateway'
import { test as base, expect } from '../fixtures/test'

/** Nothing can be read in it on paper. */
const ACCENT = '#ffff00'
const name = 'Møller & <Söhne>'
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 24"><path d="M0 0h60v24H0z" fill="#203a70"/></svg>'

/** A gateway of a programme that has brought everything. */
const test = base.extend({
  gateway: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'brand-e2e-'))
      writeFileSync(join(folder, 'logo.svg'), drawing)
      const gateway = await startGateway({
        BRAND_NAME: name,
        BRAND_LOGO: join(folder, 'logo.svg'),
        BRAND_ACCENT: ACCENT,
        BRAND_SUPPORT_EMAIL: 'help@moller.example',
        BRAND_TERMS_URL: 'https://moller.example/terms',
        BRAND_PRIVACY_URL: 'https://moller.example/privacy',
        BRAND_LEGAL_NAME: 'Møller & Söhne Bank A/S',
        BRAND_LEGAL_NOTICE: 'Your money is safeguarded; no deposit guarantee covers it.',
      })
      await use(gateway)
      await gateway.stop()
      rmSync(folder, { recursive: true })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

const shade = (theme: Theme, which: Shade): string => {
  const hex = accentShades(ACCENT)[theme][which]
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`
}

/** The page as it is before any script: what the first paint shows. */
const withoutScripts = async (browser: Browser, url: string, colorScheme: Theme) => {
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false, colorScheme })
  const page = await context.newPage()
  await page.goto('/sign-in')
  return page
}

test('the sign-in page is the programme’s with its first paint, by day and in the dark', async ({
  browser,
  gateway,
}) => {
  for (const theme of ['light', 'dark'] as const) {
    const page = await withoutScripts(browser, gateway.url, theme)
    await expect(page).toHaveTitle(name)
    await expect(page.getByRole('banner').getByRole('link', { name })).toBeVisible()
    await expect(page.locator('img.brand-logo')).toHaveJSProperty('complete', true)
    expect(
      await page.locator('img.brand-logo').evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBeGreaterThan(0)
    const button = page.getByRole('button', { name: 'Sign in', exact: true })
    await expect(button).toHaveCSS('background-color', shade(theme, 'fill'))
    await expect(button).toHaveCSS('color', shade(theme, 'fill-ink'))
    const foot = page.getByRole('contentinfo')
    await expect(foot.getByRole('link', { name: 'Help: help@moller.example' })).toHaveAttribute('href', /^mailto:/)
    await expect(foot.getByRole('link', { name: 'Terms' })).toHaveAttribute('href', 'https://moller.example/terms')
    await expect(foot.getByRole('link', { name: 'Privacy' })).toHaveAttribute('href', 'https://moller.example/privacy')
    await expect(foot).toContainText('Møller & Söhne Bank A/S')
    await expect(foot).toContainText('no deposit guarantee covers it')
    await page.context().close()
  }
})

test('the picture can do nothing where it is opened by itself', async ({ page }) => {
  await page.goto('/sign-in')
  const path = await page.locator('img.brand-logo').getAttribute('src')
  const answer = await page.request.get(path ?? '')
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/svg+xml',
    'content-security-policy': expect.stringContaining('sandbox'),
    'x-content-type-options': 'nosniff',
  })
})

test('every page is the programme’s and can be read, by day and in the dark', async ({ page, login, world }) => {
  await world('small-company')
  await page.goto('/sign-in')
  await expect(page).toHaveTitle(`Sign in · ${name}`)
  await expect(page.getByRole('contentinfo')).toContainText('no deposit guarantee covers it')
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, ['color-contrast'])

  await login('root')
  for (const [path, heading] of [
    ['/', 'Overview'],
    ['/accounts', 'Accounts'],
    ['/transfers/new', 'New transfer'],
  ] as const) {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expect(page).toHaveTitle(`${heading} · ${name}`)
    await expect(page.getByRole('complementary')).toContainText(name)
    await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Terms' })).toBeVisible()
    await expect(page.getByText('Multi Console')).toHaveCount(0)
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page, ['color-contrast'])
  }
})
