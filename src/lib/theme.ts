import { type Theme, themePreference } from './preferences'

/** Writes the choice on <html>: `light`, `dark`, or neither, and then the operating system decides (styles.css). */
const apply = (theme: Theme): void => {
  const { classList } = document.documentElement
  classList.toggle('light', theme === 'light')
  classList.toggle('dark', theme === 'dark')
}

/** Puts the stored theme on the page and follows it, here and when another tab changes it. */
export const startTheme = (): (() => void) => {
  apply(themePreference.get())
  return themePreference.subscribe(() => apply(themePreference.get()))
}
