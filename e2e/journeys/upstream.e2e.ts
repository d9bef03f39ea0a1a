import { startGateway } from '../fixtures/gateway'
import { startStandaloneSandbox } from '../fixtures/standalone-sandbox'
import { code, expect, password, people, test } from '../fixtures/test'

test('with credentials set, the same page works against another Multi API', async ({ page }) => {
  const sandbox = await startStandaloneSandbox()
  const gateway = await startGateway(sandbox.env)
  try {
    await page.goto(`${gateway.url}/`)
    await page.getByLabel('E-mail address').fill(people.root.email)
    await page.frameLocator('iframe').locator('input[type=password]').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('Six-digit code').fill(code)
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('2,090,000.00')
    // Nothing of the embedded sandbox is there.
    await expect(page.getByText('Sandbox on this machine')).toHaveCount(0)
    expect((await page.request.post(`${gateway.url}/__sandbox/world`, { data: { name: 'empty' } })).status()).toBe(404)
    await page.getByRole('link', { name: 'Accounts' }).first().click()
    await page.getByRole('link', { name: 'Payroll' }).first().click()
    await expect(page.getByRole('heading', { name: 'Payroll', level: 1 })).toBeVisible()
  } finally {
    await page.close()
    await gateway.stop()
    await sandbox.stop()
  }
})
