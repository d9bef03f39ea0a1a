import { contrast, type Oklch, toHex, toOklch } from './colour'

export type Theme = 'light' | 'dark'
export const shadeNames = [
  'accent',
  'accent-strong',
  'accent-ink',
  'fill',
  'fill-strong',
  'fill-ink',
  'accent-wash',
  'focus',
] as const
export type Shade = (typeof shadeNames)[number]

/** What shades stand on, and what stands on a wash: the style sheet's own colours (src/styles.test.ts compares them). */
export const grounds = {
  light: { paper: '#f7f5ef', raised: '#fefdfa', sunken: '#efece3', ink: '#1d1b16', 'ink-soft': '#575247' },
  dark: { paper: '#161512', raised: '#1e1c18', sunken: '#100f0d', ink: '#edeae2', 'ink-soft': '#b3ada0' },
} as const

const TEXT = 4.5
const PART = 3
const STEP = 0.004
const WHITE = '#ffffff'

/** Colours with a hue keep it; these have one by accident of rounding only. */
const colourless = 0.012

/**
 * The shades of the design, made of one colour of a brand: its hue stays, its lightness moves no further than it takes
 * for text to reach 4.5 and parts 3 on all that they stand on.
 */
export function accentShades(accent: string): Record<Theme, Record<Shade, string>> {
  const given = toOklch(accent)
  const brand = given.c < colourless ? { ...given, c: 0 } : given
  return { light: shadesIn('light', brand), dark: shadesIn('dark', brand) }
}

function shadesIn(theme: Theme, brand: Oklch): Record<Shade, string> {
  const { paper, raised, sunken } = grounds[theme]
  const surfaces = [paper, raised, sunken]
  const away = theme === 'light' ? -1 : 1
  const wash = toHex(theme === 'light' ? faint(brand, 0.93, 0.02) : faint(brand, 0.275, 0.04))
  const deepest = toHex(faint(brand, 0.16, 0.03))
  const on = (least: number, others: readonly string[]) => (hex: string) =>
    others.every((other) => contrast(hex, other) >= least)

  // In the dark a colour must glow a little to be read with ease; by day it may be as light as its contrast allows.
  const readable = on(TEXT, [...surfaces, wash])
  const accent = search({ ...brand, l: theme === 'dark' ? Math.max(brand.l, 0.75) : brand.l }, away, readable)
  const accentInk = theme === 'light' ? WHITE : deepest
  const strong = hover(accent, away, (hex) => readable(hex) && contrast(hex, accentInk) >= TEXT)

  const fill = fillOf(brand, surfaces, deepest, away)
  return {
    accent: toHex(accent),
    'accent-strong': toHex(strong),
    'accent-ink': accentInk,
    ...fill,
    'accent-wash': wash,
    focus: toHex(
      search({ ...brand, l: theme === 'dark' ? Math.max(brand.l, 0.7) : brand.l }, away, on(PART, [...surfaces, wash])),
    ),
  }
}

/** Under the words of a button: as near to the brand as white or dark words allow. */
function fillOf(brand: Oklch, surfaces: readonly string[], dark: string, away: 1 | -1) {
  const under = (ink: string) => (hex: string) =>
    contrast(hex, ink) >= TEXT && surfaces.every((surface) => contrast(hex, surface) >= PART)
  // Light paper leaves so little between itself and dark words that only mud is found there.
  const inks = away === -1 ? [WHITE] : [WHITE, dark]
  const [best = never()] = inks
    .map((ink) => ({ ink, found: nearest(brand, under(ink)) }))
    .sort((one, other) => Math.abs(one.found.l - brand.l) - Math.abs(other.found.l - brand.l))
  // Dark words want a lighter ground still, white ones a darker.
  const strong = hover(best.found, best.ink === WHITE ? -1 : 1, (hex) => contrast(hex, best.ink) >= TEXT)
  return { fill: toHex(best.found), 'fill-strong': toHex(strong), 'fill-ink': best.ink }
}

const faint = (brand: Oklch, l: number, c: number): Oklch => ({ l, c: Math.min(brand.c, c), h: brand.h })

/** The first that fits, from the colour itself into one direction. */
function search(from: Oklch, direction: 1 | -1, fits: (hex: string) => boolean): Oklch {
  for (let l = from.l; l >= 0 && l <= 1; l += direction * STEP) {
    if (fits(toHex({ ...from, l }))) return { ...from, l }
  }
  return { ...from, c: 0, l: direction === 1 ? 1 : 0 }
}

/** The one that fits and differs least in lightness. */
function nearest(from: Oklch, fits: (hex: string) => boolean): Oklch {
  for (let by = 0; by <= 1; by += STEP) {
    for (const l of [from.l - by, from.l + by])
      if (l >= 0 && l <= 1 && fits(toHex({ ...from, l }))) return { ...from, l }
  }
  return never()
}

/** What is pressed is told by its lightness: away from the ground, or towards it where there is no further away. */
function hover(from: Oklch, away: 1 | -1, fits: (hex: string) => boolean): Oklch {
  // Near black no eye sees a small step.
  const step = from.l < 0.25 ? 0.2 : 0.08
  for (const share of [1, -1, 0.6, -0.6, 0.4, -0.4]) {
    const l = from.l + away * share * step
    if (l >= 0 && l <= 1 && fits(toHex({ ...from, l }))) return { ...from, l }
  }
  return from
}

function never(): never {
  throw new Error('no lightness fits, which the grounds do not allow')
}

/** The shades as custom properties, over those of the style sheet. */
export function accentStyle(accent: string): string {
  const { light, dark } = accentShades(accent)
  return `:root{${shadeNames.map((name) => `--color-${name}:light-dark(${light[name]},${dark[name]})`).join(';')}}`
}
