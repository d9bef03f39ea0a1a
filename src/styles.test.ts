import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Contrast is measured on what the browser gets: the colours that stand in styles.css, in both themes. */
const css = readFileSync(new URL('./styles.css', import.meta.url), 'utf8')

type Theme = 'light' | 'dark'
const declared = [...css.matchAll(/--color-([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)]
const colours = new Map(declared.map(([, name = '', light = '', dark = '']) => [name, { light, dark }]))

const colour = (name: string, theme: Theme): string => {
  const found = colours.get(name)
  if (!found) throw new Error(`styles.css has no colour ${name}`)
  return found[theme]
}

/** Relative luminance as WCAG 2 defines it. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const surfaces = ['paper', 'raised', 'sunken']
const washes = ['accent-wash', 'good-wash', 'wait-wash', 'bad-wash', 'info-wash']

/** Every pair that is drawn somewhere: what stands on what, and how much it must differ. */
const pairs: [foreground: string, background: string, least: number][] = [
  ...surfaces.concat(washes).flatMap((on): [string, string, number][] => [
    ['ink', on, 7],
    ['ink-soft', on, 4.5],
  ]),
  ...surfaces.flatMap((on): [string, string, number][] => [
    ['ink-faint', on, 4.5],
    ['accent', on, 4.5],
    ['accent-strong', on, 4.5],
    ['good', on, 4.5],
    ['wait', on, 4.5],
    ['bad', on, 4.5],
    ['info', on, 4.5],
    ['rule-strong', on, 3],
    ['focus', on, 3],
    ['needle', on, 3],
    ['fill', on, 3],
    ['bad-fill', on, 3],
  ]),
  ['fill-ink', 'fill', 4.5],
  ['fill-ink', 'fill-strong', 4.5],
  ['fill-ink', 'bad-fill', 4.5],
  ['fill-ink', 'bad-fill-strong', 4.5],
  ['accent-ink', 'accent', 4.5],
  ['paper', 'ink', 7],
  ['accent', 'accent-wash', 4.5],
  ['focus', 'accent-wash', 3],
  ['good', 'good-wash', 4.5],
  ['wait', 'wait-wash', 4.5],
  ['bad', 'bad-wash', 4.5],
  ['info', 'info-wash', 4.5],
  ['rule-strong', 'bad-wash', 3],
]

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  it.each(pairs)('%s on %s reaches %d', (foreground, background, least) => {
    const reached = contrast(colour(foreground, theme), colour(background, theme))
    expect(Math.floor(reached * 100) / 100).toBeGreaterThanOrEqual(least)
  })
})

describe('docs/guides/look.md', () => {
  it('states the ratios that are measured', () => {
    const guide = readFileSync(new URL('../docs/guides/look.md', import.meta.url), 'utf8')
    const rows = [...guide.matchAll(/^\| ([\w-]+) on ([\w-]+) \| ([\d.]+) \| ([\d.]+) \|$/gm)]
    expect(rows.length).toBeGreaterThan(10)
    for (const [row, foreground = '', background = '', light = '', dark = ''] of rows) {
      const measured = (theme: Theme) => contrast(colour(foreground, theme), colour(background, theme)).toFixed(1)
      expect([measured('light'), measured('dark')], row).toEqual([light, dark])
    }
  })
})

describe('the file', () => {
  it('declares every colour for both themes, and the test sees them all', () => {
    const all = [...css.matchAll(/--color-([\w-]+):\s*light-dark/g)].map(([, name]) => name)
    expect(all.length).toBeGreaterThan(25)
    expect([...colours.keys()].sort()).toEqual(all.sort())
  })

  it('computes the known extremes', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it('leaves no colour unmeasured that carries text or bounds a control', () => {
    const measured = new Set<string | number>(pairs.flat())
    const decorative = ['rule']
    expect([...colours.keys()].filter((name) => !measured.has(name) && !decorative.includes(name))).toEqual([])
  })
})
