import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hiddenColumnsPreference, preference, themePreference, usePreference } from './preferences'
import { startTheme } from './theme'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const yesNo = (stored: unknown) => (typeof stored === 'boolean' ? stored : undefined)
/** What the browser does in every other tab of the same origin. */
const changeElsewhere = (key: string, value: string) => {
  localStorage.setItem(key, value)
  window.dispatchEvent(new StorageEvent('storage', { key }))
}

describe('a preference', () => {
  it('starts with its default, keeps what was chosen, and takes no nonsense from the store', () => {
    const one = preference('a', false, yesNo)
    expect(one.get()).toBe(false)
    one.set(true)
    expect(preference('a', false, yesNo).get()).toBe(true)
    localStorage.setItem('multi-console.a', '"maybe"')
    expect(preference('a', false, yesNo).get()).toBe(false)
    localStorage.setItem('multi-console.a', '{broken')
    expect(preference('a', false, yesNo).get()).toBe(false)
  })

  it('is followed by everything that reads it, here and in other tabs', () => {
    const dense = preference('dense', false, yesNo)
    const View = () => <p>{usePreference(dense)[0] ? 'dense' : 'loose'}</p>
    render(<View />)
    act(() => dense.set(true))
    expect(screen.getByText('dense')).toBeTruthy()
    act(() => changeElsewhere('multi-console.dense', 'false'))
    expect(screen.getByText('loose')).toBeTruthy()
  })

  it('is one per view for hidden columns', () => {
    expect(hiddenColumnsPreference('x')).toBe(hiddenColumnsPreference('x'))
    expect(hiddenColumnsPreference('x')).not.toBe(hiddenColumnsPreference('y'))
  })
})

describe('the theme', () => {
  it('is written on the page, and nothing is written for the system to decide', () => {
    const stop = startTheme()
    const { classList } = document.documentElement
    expect([classList.contains('dark'), classList.contains('light')]).toEqual([false, false])
    themePreference.set('dark')
    expect([classList.contains('dark'), classList.contains('light')]).toEqual([true, false])
    changeElsewhere('multi-console.theme', '"light"')
    expect([classList.contains('dark'), classList.contains('light')]).toEqual([false, true])
    stop()
    themePreference.set('system')
  })
})
