export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type NotText = 'XLSX' | 'XLS' | 'PDF' | 'BINARY'
export type DecodedText = { ok: true; text: string; encoding: Encoding; bom: boolean } | { ok: false; kind: NotText }

const signatures: readonly { kind: NotText; bytes: readonly number[] }[] = [
  { kind: 'XLSX', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'XLS', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46] },
]

const marks: readonly { encoding: Exclude<Encoding, 'windows-1252'>; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]

const beginsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, i) => bytes[i] === byte)

/**
 * Reads the bytes of a text file as the program that wrote it meant them: a byte order mark decides; without one,
 * UTF-16 shows by its zero bytes, then strict UTF-8 is tried, and what is left is Windows-1252, which accepts anything.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const file = signatures.find((s) => beginsWith(bytes, s.bytes))
  if (file) return { ok: false, kind: file.kind }

  const mark = marks.find((m) => beginsWith(bytes, m.bytes))
  if (mark) return decoded(bytes.subarray(mark.bytes.length), mark.encoding, true)

  const wide = zeroBytes(bytes)
  if (wide === 'BINARY') return { ok: false, kind: 'BINARY' }
  if (wide) return decoded(bytes, wide, false)

  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', bom: false }
  } catch {
    return { ok: true, text: windows1252(bytes), encoding: 'windows-1252', bom: false }
  }
}

const decoded = (bytes: Uint8Array, encoding: Exclude<Encoding, 'windows-1252'>, bom: boolean): DecodedText => ({
  ok: true,
  text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes),
  encoding,
  bom,
})

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on. */
const windowsOnly = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** By hand, because Node 20's TextDecoder reads Windows-1252 as Latin-1. */
function windows1252(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) {
    text += byte >= 0x80 && byte < 0xa0 ? windowsOnly.charAt(byte - 0x80) : String.fromCharCode(byte)
  }
  return text
}

/** Delimiters, digits and line ends have a zero byte in UTF-16, always on the same side of the pair. */
function zeroBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'BINARY' | undefined {
  const length = Math.min(bytes.length - (bytes.length % 2), 4096)
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1
    if (bytes[i + 1] === 0) odd += 1
  }
  const pairs = length / 2
  if (even + odd === 0) return undefined
  if (odd > pairs * 0.15 && even < odd * 0.1) return 'utf-16le'
  if (even > pairs * 0.15 && odd < even * 0.1) return 'utf-16be'
  return 'BINARY'
}
