/** A colour as lightness, chroma and hue (OKLCH), where equal steps look equal and a hue stays itself. */
export type Oklch = { l: number; c: number; h: number }
type Triple = readonly [number, number, number]

/** `#rrggbb` as shares of red, green and blue light. */
const linear = (hex: string): Triple => {
  const share = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [share(1), share(3), share(5)]
}

/** Relative luminance as WCAG 2 defines it. */
const luminance = (hex: string): number => {
  const [red, green, blue] = linear(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How much two colours differ, from 1 to 21, as WCAG 2 defines it. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** The figures are Björn Ottosson's. */
export function toOklch(hex: string): Oklch {
  const [r, g, b] = linear(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: Math.atan2(bb, a),
  }
}

const toLinear = ({ l, c, h }: Oklch): Triple => {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)]
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
}

const shown = (colour: Oklch): boolean => toLinear(colour).every((share) => share >= -1e-4 && share <= 1.0001)

/** As `#rrggbb`. What no screen shows keeps its lightness and hue, and is as strong as a screen can make it. */
export function toHex(colour: Oklch): string {
  let strong = colour.c
  if (!shown(colour)) {
    let weak = 0
    for (let step = 0; step < 12; step += 1) {
      const half = (weak + strong) / 2
      if (shown({ ...colour, c: half })) weak = half
      else strong = half
    }
    strong = weak
  }
  const byte = (share: number) => {
    const clear = Math.min(1, Math.max(0, share))
    const value = clear <= 0.0031308 ? clear * 12.92 : 1.055 * clear ** (1 / 2.4) - 0.055
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${toLinear({ ...colour, c: strong })
    .map(byte)
    .join('')}`
}
