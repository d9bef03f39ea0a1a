const TOP = 780
const LINE = 20
const MARGIN = 60
const VALUE_AT = 220
// What fits beside a label in Helvetica of 11 points.
const MAX_CHARACTERS = 60

/** A PDF of one A4 page with a title and labelled lines, as ASCII: letters outside of it are written in octal. */
export function pdfOf(title: string, lines: readonly (readonly [label: string, value: string])[]): string {
  const texts = [text('F2', 18, MARGIN, TOP, title)]
  for (const [index, [label, value]] of lines.entries()) {
    const y = TOP - 2 * LINE - index * LINE
    texts.push(text('F2', 11, MARGIN, y, label), text('F1', 11, VALUE_AT, y, value.slice(0, MAX_CHARACTERS)))
  }
  const content = texts.join('\n')
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
  return fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>',
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ])
}

const text = (font: string, size: number, x: number, y: number, words: string): string =>
  `BT /${font} ${size} Tf ${x} ${y} Td (${escaped(words)}) Tj ET`

/** Western European letters have the same code in WinAnsi; what that alphabet does not know is a question mark. */
function escaped(words: string): string {
  return [...words]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0
      if (letter === '(' || letter === ')' || letter === '\\') return `\\${letter}`
      if (code >= 32 && code < 127) return letter
      return code >= 160 && code < 256 ? `\\${code.toString(8)}` : '?'
    })
    .join('')
}

/** Numbers the objects and writes where each begins, which is how a reader finds them. */
function fileOf(objects: readonly string[]): string {
  let file = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
}
