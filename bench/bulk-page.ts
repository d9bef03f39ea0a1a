import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { bank } from '../e2e/fixtures/bank'
import { sandboxControl } from '../e2e/fixtures/sandbox'
import { newBulkPage } from '../e2e/pages/new-bulk'
import { makeBulkCsv } from './fixtures/bulk-csv'
import { figure, median, ms, percentile } from './print'

const ROWS = 10_000
const WATCHED = 200
const RUNS = 3

type Observed = { longest: number; moved: [rows: number, at: number][] }
declare global {
  interface Window {
    bench: Observed
  }
}

/** Notes the longest task of the main thread, and when the bar of a bulk shows how many rows. */
const observe = () => {
  window.bench = { longest: 0, moved: [] }
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.bench.longest = Math.max(window.bench.longest, task.duration)
  }).observe({ type: 'longtask', buffered: false })
  new MutationObserver(() => {
    const value = Number(document.querySelector('main [role=progressbar]')?.getAttribute('aria-valuenow') ?? 0)
    if (value > (window.bench.moved.at(-1)?.[0] ?? 0)) window.bench.moved.push([value, Date.now()])
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['aria-valuenow'] })
}

async function signedIn(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url })
  const value = await sandboxControl(url).secureToken('Sandbox-2026!')
  const headers = { 'x-requested-with': 'multi-console', origin: url }
  const data = { email: 'root@northwind.example', password: { value } }
  await context.request.post(`${url}/api/session`, { headers, data })
  await context.addInitScript(observe)
  return context.newPage()
}

/** A file of 10,000 rows read and checked in the worker; then how long an executed row takes to be seen. */
export async function benchBulkPage(browser: Browser, url: string): Promise<void> {
  const control = sandboxControl(url)
  await control.world('small-company')
  const checks: number[] = []
  const waits: number[] = []
  const longest: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const page = await signedIn(browser, url)
    const accounts = (await bank(page.context(), url).accounts()).filter((a) => a.state.state === 'ACTIVE')
    const wizard = newBulkPage(page)
    await wizard.open()
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => {
      window.bench.longest = 0
    })
    const file = join(tmpdir(), `multi-console-bench-${process.pid}.csv`)
    writeFileSync(file, makeBulkCsv(ROWS, accounts))
    const at = performance.now()
    // By path, as a person's choice: content handed over by the test driver would be unpacked on the page's own thread.
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('All 10,000 rows are ready.').waitFor()
    waits.push(performance.now() - at)
    const said = await page.getByText(/Read in/).innerText()
    checks.push(
      [...said.matchAll(/([\d,]+) ms/g)].reduce((sum, [, part = '']) => sum + Number(part.replace(',', '')), 0),
    )
    await wizard.toReview.click()
    await wizard.submit.waitFor()
    longest.push(await page.evaluate(() => window.bench.longest))
    await page.context().close()
    rmSync(file)
  }
  figure(
    '10,000 × 6 cells read and checked in the worker',
    ms(median(checks)),
    `median of ${RUNS}, the worker's own clock`,
  )
  figure('from choosing the file to the checked rows', ms(median(waits)), 'with the test driver')
  figure(
    'longest task of the main thread meanwhile',
    longest.every((task) => task === 0) ? 'under 50 ms' : ms(Math.max(...longest)),
  )
  await benchMovedBar(await signedIn(browser, url), url)
}

async function benchMovedBar(page: Page, url: string): Promise<void> {
  const control = sandboxControl(url)
  await control.bulkPace(20)
  const accounts = (await bank(page.context(), url).accounts()).filter((a) => a.state.state === 'ACTIVE')
  const wizard = newBulkPage(page)
  await wizard.open()
  await wizard.choose(makeBulkCsv(WATCHED, accounts))
  await wizard.toReview.click()
  const bulkId = await wizard.submitAndOpen()
  await page.getByRole('button', { name: /^Start / }).click()
  await page
    .getByRole('main')
    .getByText(/transfers were carried out/)
    .first()
    .waitFor({ timeout: 60_000 })
  const { moved } = await page.evaluate(() => window.bench)
  const ended: number[] = []
  for (let offset = 0; offset < WATCHED; offset += 100) {
    const answer = await page
      .context()
      .request.get(`${url}/api/multi/bulks/${bulkId}/operations?limit=100&offset=${offset}`)
    const { operations } = (await answer.json()) as { operations: { sequence: number; responsePayload: string }[] }
    for (const row of operations) {
      ended[row.sequence] = Number(
        (JSON.parse(row.responsePayload) as { executionTimestamp: string }).executionTimestamp,
      )
    }
  }
  const delays = moved.map(([rows, at]) => at - (ended[rows] ?? Number.NaN)).filter((delay) => !Number.isNaN(delay))
  figure(
    "from a row's end to the moved bar",
    `p50 ${ms(median(delays))}, p95 ${ms(percentile(delays, 0.95))}`,
    `${delays.length} moves`,
  )
  await control.bulkPace(null)
  await page.context().close()
}
