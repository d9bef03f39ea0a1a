import { describe, expect, expectTypeOf, it } from 'vitest'
import { addTranslation, catalogue, type MessageValues, setLanguage } from './text'

const t = catalogue('text-test', {
  plain: 'Nothing to fill in',
  hello: 'Hello {name}, you have {count, plural, one {# bulk of {total}} other {# bulks of {total}}}',
  state: '{state, select, PAUSED {It is paused} other {It runs}}',
  quoted: "It''s {percent, number} of it",
})

describe('catalogue', () => {
  it('renders what stands in the catalogue', () => {
    expect(t('plain')).toBe('Nothing to fill in')
    expect(t('hello', { name: 'Ada', count: 1, total: 3 })).toBe('Hello Ada, you have 1 bulk of 3')
    expect(t('hello', { name: 'Ada', count: 10_000, total: 'many' })).toBe('Hello Ada, you have 10,000 bulks of many')
    expect(t('state', { state: 'PAUSED' })).toBe('It is paused')
    expect(t('quoted', { percent: 4 })).toBe("It's 4 of it")
  })

  it('asks for exactly the placeholders of a message', () => {
    expectTypeOf<MessageValues<'plain'>>().toEqualTypeOf<Record<never, never>>()
    expectTypeOf<MessageValues<'a {one} b { two } c'>>().toEqualTypeOf<{ one: string | number; two: string | number }>()
    expectTypeOf<
      MessageValues<'{n, plural, one {row of {file}} other {# rows}} {at, number, percent} {x}'>
    >().toEqualTypeOf<{
      n: number
      file: string | number
      at: number
      x: string | number
    }>()
    // @ts-expect-error a placeholder is missing
    t('hello', { name: 'Ada', count: 1 })
    // @ts-expect-error no such message
    t('nothing')
    // @ts-expect-error this one takes no values
    t('plain', { name: 'Ada' })
  })

  it('lets another language override by id, and stays English where it says nothing', () => {
    addTranslation('de', { 'text-test.plain': 'Nichts auszufüllen' })
    setLanguage('de')
    try {
      expect(t('plain')).toBe('Nichts auszufüllen')
      expect(t('state', { state: 'RUNNING' })).toBe('It runs')
    } finally {
      setLanguage('en')
    }
  })
})

describe('a catalogue with two faces', () => {
  const both = catalogue(
    'text-test-faces',
    { plain: 'Save', owner: 'The company owns {count, plural, one {# account} other {# accounts}}', title: 'Accounts' },
    { owner: 'You own {count, plural, one {# account} other {# accounts}}' },
  )

  it('says to each what is meant for them, and to both what has no twin', () => {
    expect(both('plain')).toBe('Save')
    expect(both.to('company')('owner', { count: 2 })).toBe('The company owns 2 accounts')
    expect(both.to('person')('owner', { count: 2 })).toBe('You own 2 accounts')
    expect(both.to('person')('title')).toBe('Accounts')
    expect(both.to('person')).toBe(both.to('person'))
  })

  it('does not compile where nobody has thought of who listens', () => {
    // @ts-expect-error it has a twin: say to whom
    both('owner', { count: 1 })
    // @ts-expect-error a placeholder is missing
    both.to('person')('owner')
    // @ts-expect-error the twin has another placeholder
    catalogue('text-test-faces-2', { sum: 'It is {sum}' }, { sum: 'It is {amount}' })
    // @ts-expect-error the twin leaves one out
    catalogue('text-test-faces-3', { sum: 'It is {sum}' }, { sum: 'It is much' })
    // @ts-expect-error there is nothing that it is the twin of
    catalogue('text-test-faces-4', { sum: 'It is much' }, { total: 'It is much' })
  })

  it('lets another language say the twin too', () => {
    addTranslation('de', { 'text-test-faces.title': 'Konten', 'text-test-faces.owner~person': 'Ihnen gehört etwas' })
    setLanguage('de')
    try {
      expect(both.to('person')('owner', { count: 1 })).toBe('Ihnen gehört etwas')
      expect(both.to('person')('title')).toBe('Konten')
    } finally {
      setLanguage('en')
    }
  })
})
