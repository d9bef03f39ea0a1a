import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accentShades, accentStyle, grounds, shadeNames } from '#contract/accent'
import { contrast, toOklch } from '#contract/colour'

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
  ['bad-fill-ink', 'bad-fill', 4.5],
  ['bad-fill-ink', 'bad-fill-strong', 4.5],
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

describe('with the accent of a brand', () => {
  const themes = ['light', 'dark'] as const
  const shade = (name: string) => shadeNames.find((one) => one === name)
  const affected = pairs.filter(([one, other]) => shade(one) || shade(other))
  const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
  const dreaded = ['#ffffff', '#000000', '#ffff00', '#00ff00', '#0000ff', '#ff0000', '#ff00ff', '#808080', '#767676']

  it('every pair that is drawn still reaches what it must, whatever the colour', () => {
    expect(affected.length).toBeGreaterThan(15)
    const holds = (accent: string) => {
      const shades = accentShades(accent)
      for (const theme of themes) {
        const of = (name: string) => {
          const branded = shade(name)
          return branded ? shades[theme][branded] : colour(name, theme)
        }
        for (const [one, other, least] of affected) {
          const reached = contrast(of(one), of(other))
          if (reached < least) throw new Error(`${accent}, ${theme}: ${one} on ${other} reaches only ${reached}`)
        }
      }
    }
    for (const accent of dreaded) holds(accent)
    fc.assert(fc.property(anyColour, holds), { numRuns: 400 })
  })

  it('what can be pressed looks another way under the pointer', () => {
    const moves = (accent: string) => {
      const shades = accentShades(accent)
      for (const theme of themes) {
        expect(contrast(shades[theme].fill, shades[theme]['fill-strong']), `${accent}, ${theme}`).toBeGreaterThan(1.08)
      }
    }
    for (const accent of dreaded) moves(accent)
    fc.assert(fc.property(anyColour, moves), { numRuns: 100 })
  })

  it('a colour keeps its hue, and one that can be read as it is stays as it is', () => {
    for (const accent of ['#ffff00', '#e8590c', '#7c3aed', '#0aa06e', '#ff69b4']) {
      const { light, dark } = accentShades(accent)
      for (const made of [light.accent, light.fill, light.focus, dark.accent, dark.fill]) {
        expect(Math.abs(toOklch(made).h - toOklch(accent).h), `${made} of ${accent}`).toBeLessThan(0.12)
      }
    }
    expect(accentShades('#7c3aed').light).toMatchObject({ accent: '#7c3aed', fill: '#7c3aed' })
    expect(accentShades('#ffff00').dark).toMatchObject({ accent: '#ffff00', fill: '#ffff00' })
    expect(new Set([...accentShades('#fefefe').light.accent.matchAll(/[0-9a-f]{2}/g)].map(([two]) => two)).size).toBe(1)
  })

  it('stands on the grounds of this style sheet, and replaces colours that it has', () => {
    for (const theme of themes) {
      for (const [name, value] of Object.entries(grounds[theme])) expect(colour(name, theme), name).toBe(value)
    }
    const named = [...accentStyle('#ffff00').matchAll(/--color-([\w-]+):light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\)/g)]
    expect(named.map(([, name]) => name)).toEqual([...shadeNames])
    for (const name of shadeNames) expect(colours.has(name), name).toBe(true)
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
