import type { Browser } from '@playwright/test'

export type PageFigures = { lcp: number; requests: number; js: number; css: number }
export type Throttle = { name: string; cpu: number; down?: number }

export const throttles: Throttle[] = [
  { name: 'unthrottled', cpu: 1 },
  { name: '4 × CPU, 1.6 Mbit/s', cpu: 4, down: 1_600_000 / 8 },
]

/** Opens `url` with a cold cache and answers the largest contentful paint (ms) and the bytes that came over the wire. */
export async function openCold(browser: Browser, url: string, ready: string, throttle: Throttle): Promise<PageFigures> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle.cpu })
  if (throttle.down) {
    const network = {
      offline: false,
      latency: 150,
      downloadThroughput: throttle.down,
      uploadThroughput: throttle.down / 2,
    }
    await cdp.send('Network.emulateNetworkConditions', network)
  }
  const kinds = new Map<string, string>()
  const totals = { requests: 0, js: 0, css: 0 }
  cdp.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    totals.requests += 1
    if (kinds.get(requestId) === 'Script') totals.js += encodedDataLength
    if (kinds.get(requestId) === 'Stylesheet') totals.css += encodedDataLength
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.locator(ready).first().waitFor()
  const lcp = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await context.close()
  return { ...totals, lcp }
}
