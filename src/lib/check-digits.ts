const figures = (number: string): number[] => [...number].map(Number)

const weighted = (number: string, weights: readonly number[]): number =>
  figures(number)
    .slice(0, weights.length)
    .reduce((sum, digit, index) => sum + digit * (weights[index] ?? 0), 0)

/** Every second digit from the right counts double, digit by digit; the sum ends in 0. */
export const luhn = (number: string): boolean => {
  const sum = figures(number)
    .reverse()
    .map((digit, index) => (index % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2))
    .reduce((total, digit) => total + digit, 0)
  return sum % 10 === 0
}

/** The last digit is what the weighted sum of the others lacks to a multiple of 11; `ten` is what stands for ten. */
export const mod11 =
  (weights: readonly number[], { ten }: { ten?: number } = {}) =>
  (number: string): boolean => {
    const wanted = (11 - (weighted(number, weights) % 11)) % 11
    const check = wanted === 10 ? ten : wanted
    return check === Number(number[weights.length])
  }

/** Czech and Slovak numbers: a lack of ten is written 0, one of eleven 1. */
export const mod11Czech = (number: string): boolean =>
  (11 - (weighted(number, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(number[7])

/** Portuguese numbers: a remainder of 0 or 1 is written 0. */
export const mod11Portuguese = (number: string): boolean => {
  const rest = weighted(number, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
  return (rest < 2 ? 0 : 11 - rest) === Number(number[8])
}

/** Belgian numbers: the last two digits are what the others lack to a multiple of 97. */
export const mod97Belgian = (number: string): boolean =>
  97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8))

/** Spanish tax numbers of companies: a letter, seven digits and a digit or letter that checks them. */
export const spanishCompany = (number: string): boolean => {
  const digits = number.slice(1, 8)
  const odd = figures(digits)
    .filter((_, index) => index % 2 === 0)
    .map((digit) => (digit * 2 > 9 ? digit * 2 - 9 : digit * 2))
  const even = figures(digits).filter((_, index) => index % 2 === 1)
  const sum = [...odd, ...even].reduce((total, digit) => total + digit, 0)
  const check = (10 - (sum % 10)) % 10
  const last = number[8] ?? ''
  return last === String(check) || last === 'JABCDEFGHI'[check]
}
