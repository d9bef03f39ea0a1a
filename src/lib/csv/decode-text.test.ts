import { describe, expect, test } from 'vitest'
import { decodeText } from './decode-text'

const text = 'name;amount\nCafé Zoë;12,50\n'
const utf8 = (s: string) => new TextEncoder().encode(s)
const utf16 = (s: string, bigEndian: boolean, bom: boolean) => {
  const units = [...(bom ? '\ufeff' : ''), ...s].flatMap((char) => {
    const code = char.charCodeAt(0)
    return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8]
  })
  return Uint8Array.from(units)
}

describe('decodeText', () => {
  test.each([
    ['UTF-8', utf8(text), 'utf-8', false],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${text}`), 'utf-8', true],
    ['UTF-16 LE with a mark', utf16(text, false, true), 'utf-16le', true],
    ['UTF-16 BE with a mark', utf16(text, true, true), 'utf-16be', true],
    ['UTF-16 LE without a mark', utf16(text, false, false), 'utf-16le', false],
    ['UTF-16 BE without a mark', utf16(text, true, false), 'utf-16be', false],
    ['Windows-1252', Uint8Array.from([...text].map((c) => c.charCodeAt(0))), 'windows-1252', false],
  ] as const)('reads %s', (_, bytes, encoding, bom) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text, encoding, bom })
  })

  test('reads the euro sign and quotes of Windows-1252', () => {
    const read = decodeText(Uint8Array.from([0x80, 0x20, 0x93, 0x61, 0x94]))
    expect(read).toMatchObject({ ok: true, text: '€ “a”', encoding: 'windows-1252' })
  })

  test('knows what is no text', () => {
    expect(decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 0]))).toEqual({ ok: false, kind: 'XLSX' })
    expect(decodeText(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toEqual({ ok: false, kind: 'XLS' })
    expect(decodeText(utf8('%PDF-1.7'))).toEqual({ ok: false, kind: 'PDF' })
    expect(decodeText(Uint8Array.from([1, 0, 0, 0, 0, 2, 0, 0, 9, 9]))).toEqual({ ok: false, kind: 'BINARY' })
  })

  test('an empty file is empty text', () => {
    expect(decodeText(new Uint8Array())).toMatchObject({ ok: true, text: '' })
  })
})
