import { expect, it } from 'vitest'
import { markedOf, noPlaces, place } from './places'

it('gives places in the order of waiting, and moves nobody afterwards', () => {
  const two = place(noPlaces, ['a', 'b'], undefined)
  expect(two).toEqual(['a', 'b', undefined])
  // `a` is over; `c` takes the empty place and not that one.
  expect(place(two, ['b', 'c'], undefined)).toEqual(['a', 'b', 'c'])
})

it('gives away the place of what is over only when there is no empty one', () => {
  expect(place(['a', 'b', 'c'], ['b', 'c', 'd'], undefined)).toEqual(['d', 'b', 'c'])
  expect(place(['a', 'b', 'c'], ['a', 'b', 'c', 'd'], undefined)).toEqual(['a', 'b', 'c'])
})

it('leaves the place alone that somebody is at', () => {
  expect(place(['a', 'b', 'c'], ['c', 'd'], 0)).toEqual(['a', 'd', 'c'])
  expect(place(['a', 'b', 'c'], ['b', 'c', 'd'], 0)).toEqual(['a', 'b', 'c'])
  expect(place(noPlaces, ['a'], 0)).toEqual([undefined, 'a', undefined])
})

it('changes nothing where nothing is new', () => {
  const places = ['a', 'b', undefined]
  expect(place(places, ['b'], undefined)).toBe(places)
})

it('keeps the mark on what it is on while that waits', () => {
  expect(markedOf('b', ['a', 'b'])).toBe('b')
  expect(markedOf('b', ['a', 'c'])).toBe('a')
  expect(markedOf(undefined, [])).toBeUndefined()
})
