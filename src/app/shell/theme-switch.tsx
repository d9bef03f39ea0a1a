import { Monitor, Moon, Sun } from 'lucide-react'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { type Theme, themePreference, usePreference } from '@/lib/preferences'
import { t } from './text'

const themes: readonly Theme[] = ['system', 'light', 'dark']
const icons = { system: Monitor, light: Sun, dark: Moon } as const

export function ThemeSwitch() {
  const [theme, setTheme] = usePreference(themePreference)
  const Icon = icons[theme]
  const choose = (value: string) => {
    const chosen = themes.find((name) => name === value)
    if (chosen) setTheme(chosen)
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={t('theme.label')}
        className="grid size-9 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink"
      >
        <Icon aria-hidden className="size-4.5" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuLabel>{t('theme.label')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme} onValueChange={choose}>
          {themes.map((name) => (
            <DropdownMenuRadioItem key={name} value={name}>
              {t(`theme.${name}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
