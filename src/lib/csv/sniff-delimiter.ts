export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]
const characters: readonly string[] = delimiters

/**
 * Finds the character that cuts the first records into the same number of cells, most of all. Quoted text is not looked
 * at, so a comma in a description or a line break in quotes misleads nobody. `undefined`: nothing cuts the header row.
 */
export function sniffDelimiter(text: string): Delimiter | undefined {
  const records = countPerRecord(text, 25)
  const header = records[0]
  if (!header) return undefined
  let best: { delimiter: Delimiter; agreement: number; cells: number } | undefined
  for (const [i, delimiter] of delimiters.entries()) {
    const cells = header[i] ?? 0
    if (cells === 0) continue
    const agreement = records.filter((record) => record[i] === cells).length / records.length
    const better = !best || agreement > best.agreement || (agreement === best.agreement && cells > best.cells)
    if (better) best = { delimiter, agreement, cells }
  }
  return best?.delimiter
}

/** For each of the first records, how often each candidate stands outside quotes. */
function countPerRecord(text: string, most: number): number[][] {
  const records: number[][] = []
  let counts = delimiters.map(() => 0)
  let quoted = false
  let blank = true
  const end = () => {
    if (!blank) records.push(counts)
    counts = delimiters.map(() => 0)
    blank = true
  }
  for (let i = 0; i < text.length && records.length < most; i += 1) {
    const char = text.charAt(i)
    if (char === '"') quoted = !quoted
    if (!quoted && (char === '\n' || char === '\r')) {
      end()
      continue
    }
    if (char.trim() !== '' || char === '\t') blank = false
    const candidate = quoted ? -1 : characters.indexOf(char)
    if (candidate >= 0) counts[candidate] = (counts[candidate] ?? 0) + 1
  }
  if (records.length < most) end()
  return records
}
