import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'

/** A picture that was looked at, and the path under which browsers find it for good. */
export type Logo = { type: 'image/png' | 'image/svg+xml'; bytes: Uint8Array<ArrayBuffer>; path: string }

/** It is on the sign-in page, before anything else. */
const MOST = 100_000
const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Reads the picture of BRAND_LOGO, or says what is wrong with it (the name of the variable goes before). */
export function readLogo(file: string): Logo | { mistake: string } {
  let bytes: Buffer
  try {
    if (statSync(file).size > MOST) return { mistake: 'must be a file of at most 100 kB.' }
    bytes = readFileSync(file)
  } catch {
    return { mistake: 'must be a file that can be read here.' }
  }
  const type = typeOf(bytes)
  if (type === undefined) return { mistake: 'must be an SVG or PNG picture.' }
  if (type === 'image/svg+xml' && !isCalm(bytes.toString('utf8'))) {
    return { mistake: 'must be an SVG that only draws: no script, no event handlers, no foreign content, no DOCTYPE.' }
  }
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { type, bytes: new Uint8Array(bytes), path: `/brand/logo?v=${version}` }
}

function typeOf(bytes: Buffer): Logo['type'] | undefined {
  if (bytes.subarray(0, 8).equals(pngStart) && bytes.subarray(12, 16).toString('latin1') === 'IHDR') return 'image/png'
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  return /^\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE[^>[]*(\[[^\]]*\])?\s*>\s*)?<svg[\s/>]/i.test(text)
    ? 'image/svg+xml'
    : undefined
}

/** A picture in a page runs nothing anyway, and its answer forbids it; this is for who reads the mistake at the start. */
const isCalm = (svg: string): boolean => !/<script|<foreignObject|<!DOCTYPE|<!ENTITY|\son\w+\s*=|javascript:/i.test(svg)
