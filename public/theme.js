// Puts the chosen theme on the page before anything is painted. A file of its own, since the content security policy
// allows no inline script. src/lib/theme.ts takes over from here and uses the same key and class names.
try {
  const theme = JSON.parse(localStorage.getItem('multi-console.theme') ?? 'null')
  if (theme === 'light' || theme === 'dark') document.documentElement.classList.add(theme)
} catch {
  // Storage may be refused or hold nonsense: the operating system's choice holds.
}
