import { beforeEach, describe, expect, it, vi } from 'vitest'

const write = (text: string) => {
  document.body.innerHTML = `<script type="application/json" id="page-config">${text}</script>`
}
const read = async () => (await import('./page-config')).pageConfig()

beforeEach(() => {
  vi.resetModules()
  document.body.innerHTML = ''
})

describe('pageConfig', () => {
  it('reads what the gateway wrote, once', async () => {
    write('{"environment":"weavr-live","uiKey":"k","secureScript":"/s.js","currencies":["EUR"],"demoSignIns":[]}')
    expect((await read()).environment).toBe('weavr-live')
    write('{"environment":"embedded"}')
    expect((await read()).environment).toBe('weavr-live')
  })

  it('is neutral in a page that nobody filled in', async () => {
    expect((await read()).demoSignIns).toEqual([])
    write('{"placeholder":"page-config"}')
    expect((await read()).currencies).toEqual([])
  })
})
