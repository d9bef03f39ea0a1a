import { expect, test } from 'vitest'
import { pdfOf } from './pdf'

test('a reader finds every object where the table says, and the table where the end says', () => {
  const file = pdfOf('Payment confirmation', [['Payee', 'Zoë (Åsa) Ltd \\ 日本']])
  expect(file).toMatch(/^%PDF-1\.4\n/)
  expect(file).toMatch(/%%EOF\n$/)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII and nothing else
  expect(file).toMatch(/^[\x00-\x7f]*$/)
  const at = Number(/startxref\n(\d+)/.exec(file)?.[1])
  expect(file.slice(at, at + 4)).toBe('xref')
  const offsets = [...file.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset))
  expect(offsets).toHaveLength(6)
  for (const [index, offset] of offsets.entries())
    expect(file.slice(offset).startsWith(`${index + 1} 0 obj\n`)).toBe(true)
  const length = Number(/\/Length (\d+)/.exec(file)?.[1])
  expect(/stream\n([\s\S]*)\nendstream/.exec(file)?.[1]).toHaveLength(length)
})

test('letters that would end a text are escaped, others written by their code', () => {
  expect(pdfOf('x', [['Payee', 'Zoë (Åsa) Ltd \\ 日本']])).toContain('(Zo\\353 \\(\\305sa\\) Ltd \\\\ ??) Tj')
})
