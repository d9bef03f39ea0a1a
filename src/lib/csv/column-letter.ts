/** The letter that a spreadsheet prints over the column with this index: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const head = Math.floor(index / 26)
  return (head > 0 ? columnLetter(head - 1) : '') + String.fromCharCode(65 + (index % 26))
}
