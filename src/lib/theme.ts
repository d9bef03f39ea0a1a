import { type Theme, themePreference } from './preferences'

/** Writes the choice on <html>: `light`, `dark`, or neither, and then the operating system decides (styles.css). */
const apply = (theme: Theme): void => {
  const { classList } = document.documentElement
  classList.toggle('light', theme === 'light')
  classList.toggle('dark', theme === 'dark')
}

/** The server reads it and sends the next page in that theme: it is then painted right from the start. */
const remember = (theme: Theme): void => {
  const secure = window.location.protocol === 'https:' ? '; secure' : ''
  const life = theme === 'system' ? 0 : 31_536_000
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not there in every browser yet
  document.cookie = `theme=${theme}; path=/; max-age=${life}; samesite=lax${secure}`
}

/** Puts the stored theme on the page and follows it, here and when another tab changes it. */
export const startTheme = (): (() => void) => {
  const follow = () => {
    apply(themePreference.get())
    remember(themePreference.get())
  }
  follow()
  return themePreference.subscribe(follow)
}
