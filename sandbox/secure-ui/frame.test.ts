import { expect, test } from 'vitest'
import { bundle } from './scripts'

const script = bundle('frame.js')
const PAGE = 'http://127.0.0.1:4000'
const hello = { type: 'multi-secure', group: 'g', kind: 'password', uiKey: 'ui' }

type Message = { origin: string; source: unknown; data: unknown; ports: unknown[] }

/** Runs the frame's script in a document of our own making, as far as it needs one. */
function openFrame(pages: string[]) {
  const heard: Record<string, (event: never) => void> = {}
  const typed: Record<string, (event: unknown) => void> = {}
  const classList = { toggle: () => {} }
  const input = {
    value: '',
    classList,
    matches: () => false,
    addEventListener: (name: string, run: () => void) => {
      typed[name] = run
    },
  }
  const form = { addEventListener: () => {} }
  const window = {
    parent: {},
    addEventListener: (name: string, run: (event: never) => void) => {
      heard[name] = run
    },
    removeEventListener: (name: string) => {
      delete heard[name]
    },
  }
  const document = {
    documentElement: { dataset: { pages: JSON.stringify(pages) } },
    querySelector: (what: string) => (what === 'form' ? form : input),
    adoptedStyleSheets: [],
  }
  class CSSStyleSheet {
    cssRules = []
  }
  class BroadcastChannel {
    postMessage() {}
  }
  const given = { window, document, CSSStyleSheet, BroadcastChannel }
  new Function(...Object.keys(given), script)(...Object.values(given))

  function greet(more: Partial<Message> = {}): unknown[] {
    const told: unknown[] = []
    const port = { postMessage: (message: unknown) => told.push(message) }
    const event = { origin: PAGE, source: window.parent, data: hello, ports: [port], ...more }
    heard.message?.(event as never)
    return told
  }
  return { greet, input, typed }
}
const ready = [{ event: 'ready' }]

test.each<[string, Partial<Message>]>([
  ['a page of another origin', { origin: 'https://evil.example' }],
  ['the page’s host under another port', { origin: 'http://127.0.0.1:4001' }],
  ['a name that only begins like the page’s', { origin: `${PAGE}0` }],
  ['no origin', { origin: 'null' }],
  ['a window that is not the one that holds it', { source: {} }],
  ['another kind of message', { data: { ...hello, type: 'webpackOk' } }],
  ['a kind of field that there is not', { data: { ...hello, kind: 'toString' } }],
  ['nothing at all', { data: null }],
])('the field does not answer %s, and still answers its page', (_, message) => {
  const { greet } = openFrame([PAGE])
  expect(greet(message)).toEqual([])
  expect(greet()).toEqual(ready)
})

test('it takes one channel and no second', () => {
  const { greet } = openFrame([PAGE])
  expect(greet()).toEqual(ready)
  expect(greet()).toEqual([])
})

test('a star stands for any port of that host, and for nothing else', () => {
  const any = () => openFrame(['http://127.0.0.1:*']).greet
  expect(any()({ origin: 'http://127.0.0.1:51234' })).toEqual(ready)
  for (const origin of ['http://127.0.0.1.evil.example:80', 'https://127.0.0.1:4000', 'http://localhost:4000'])
    expect(any()({ origin }), origin).toEqual([])
})

test('the page learns that something was typed, never what', () => {
  const { greet, input, typed } = openFrame([PAGE])
  const told = greet()
  input.value = 'Sandbox-2026!'
  typed.input?.({})
  typed.keyup?.({ key: 'S' })
  typed.keyup?.({ key: 'Enter' })
  expect(told).toEqual([
    ...ready,
    { event: 'change', detail: { empty: false, valid: true, invalid: false, autofill: false } },
    { event: 'strength', detail: { id: 3, score: 3, strength: 'strong' } },
    { event: 'keyup', detail: { key: 'Enter' } },
  ])
  expect(JSON.stringify(told)).not.toContain('Sandbox')
})
