import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { startGateway } from '../e2e/fixtures/gateway'
import { findBrowser } from '../scripts/browser'
import { benchBulkPage } from './bulk-page'
import { serveFloor } from './floor-server'
import { openCold, type PageFigures, throttles } from './page'
import { figure, median, ms, ratio } from './print'

const RUNS = 5
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

/** The sign-in page against an empty page with React, Router and Query, opened in turns with a cold cache. */
async function benchFirstPage(browser: Browser, url: string): Promise<void> {
  const outDir = mkdtempSync(join(tmpdir(), 'multi-console-floor-'))
  const floor = await serveFloor(outDir)
  try {
    for (const throttle of throttles) {
      const ours: PageFigures[] = []
      const least: PageFigures[] = []
      for (let run = 0; run < RUNS; run++) {
        ours.push(await openCold(browser, `${url}/sign-in`, 'h1', throttle))
        least.push(await openCold(browser, floor.url, 'h1', throttle))
      }
      const lcp = (of: PageFigures[]) => median(of.map((one) => one.lcp))
      const first = ours[0]
      if (throttle.cpu === 1 && first) {
        figure('sign-in page', `${first.requests} requests, JavaScript ${kB(first.js)}, CSS ${kB(first.css)}`)
        figure('empty page', `JavaScript ${kB(least[0]?.js ?? 0)}`, 'React, Router and Query')
      }
      figure(`largest paint, ${throttle.name}`, ms(lcp(ours)), `median of ${RUNS}`)
      figure(`largest paint of the empty page, ${throttle.name}`, ms(lcp(least)))
      figure(`ours to the empty page, ${throttle.name}`, ratio(lcp(ours), lcp(least)))
    }
  } finally {
    floor.stop()
    rmSync(outDir, { recursive: true, force: true })
  }
}

/** Needs a build (`npm run build`). */
export async function benchBrowser(): Promise<void> {
  const isRoot = process.getuid?.() === 0
  const args = ['--disable-background-networking', ...(isRoot ? ['--no-sandbox', '--disable-dev-shm-usage'] : [])]
  const browser = await chromium.launch({ executablePath: findBrowser(), args })
  const gateway = await startGateway()
  try {
    await benchFirstPage(browser, gateway.url)
    await benchBulkPage(browser, gateway.url)
  } finally {
    await browser.close()
    await gateway.stop()
  }
}
