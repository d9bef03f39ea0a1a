import { expect, test } from 'vitest'
import { groupIban, groupSortCode } from './bank-numbers'

test('numbers are grouped to be read, and nothing is added at the end', () => {
  expect(groupIban('MT31SBMT55505000012345MTLCAST0')).toBe(
    'MT31 SBMT 5550 5000 0123 45MT LCAS T0'.replaceAll(' ', '\u00a0'),
  )
  expect(groupIban('NO9386011117947')).toBe('NO93 8601 1117 947'.replaceAll(' ', '\u00a0'))
  expect(groupIban('BE68539007547034')).toBe('BE68 5390 0754 7034'.replaceAll(' ', '\u00a0'))
  expect(groupSortCode('040004')).toBe('04-00-04')
})
