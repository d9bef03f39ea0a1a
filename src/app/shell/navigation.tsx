import { Link, type LinkProps } from '@tanstack/react-router'
import { ArrowLeftRight, Gauge, Landmark, Layers, type LucideIcon } from 'lucide-react'
import { t } from './text'

type Room = { to: LinkProps['to']; label: string; icon: LucideIcon; exact?: boolean }

const rooms: readonly Room[] = [
  { to: '/', label: t('overview'), icon: Gauge, exact: true },
  { to: '/accounts', label: t('accounts'), icon: Landmark },
  { to: '/transfers', label: t('transfers'), icon: ArrowLeftRight },
  { to: '/bulks', label: t('bulks'), icon: Layers },
]

/** The needle beside the room you are in. */
export function Sidebar() {
  return (
    <nav aria-label={t('navigation')}>
      <ul>
        {rooms.map(({ to, label, icon: Icon, exact = false }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact }}
              className="relative flex h-9 items-center gap-3 px-5 text-ink-soft hover:bg-paper hover:text-ink data-[status=active]:bg-paper data-[status=active]:font-medium data-[status=active]:text-ink data-[status=active]:before:absolute data-[status=active]:before:inset-y-1.5 data-[status=active]:before:left-0 data-[status=active]:before:w-0.75 data-[status=active]:before:bg-needle"
            >
              <Icon aria-hidden className="size-4" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The same rooms within reach of a thumb. */
export function BottomBar() {
  return (
    <nav
      aria-label={t('navigation')}
      className="fixed inset-x-0 bottom-0 z-30 border-rule border-t bg-sunken pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="grid h-14 grid-cols-4">
        {rooms.map(({ to, label, icon: Icon, exact = false }) => (
          <li key={to} className="grid">
            <Link
              to={to}
              activeOptions={{ exact }}
              className="relative grid place-content-center justify-items-center gap-0.5 text-ink-soft text-micro data-[status=active]:font-medium data-[status=active]:text-ink data-[status=active]:before:absolute data-[status=active]:before:inset-x-6 data-[status=active]:before:top-0 data-[status=active]:before:h-0.75 data-[status=active]:before:bg-needle"
            >
              <Icon aria-hidden className="size-4.5" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
