import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { KeyRound, LogOut, MonitorOff, UserRound } from 'lucide-react'
import { sessionQueries } from '@/api/queries/session'
import { toast } from '@/components/feedback/toast'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { signOutEverywhere, signOutHere } from '../leave'
import { IdentityItems } from './identity-items'
import { t } from './text'
import { useOtherIdentity } from './use-other-identity'

/** Who is signed in and for whom, as whom else they may go on, and the ways out. */
export function UserMenu() {
  const { data } = useQuery(sessionQueries.current())
  const name = data?.person.name ?? ''
  const [goOnAs, passwordAgain] = useOtherIdentity(data)
  const end = (sessions: () => Promise<void>) => () =>
    void sessions().catch(() => toast.error(t('user.signOut.failed')))
  return (
    <>
      {passwordAgain}
      <DropdownMenu>
        <DropdownMenuTrigger
          aria-label={t('user.menu', { name })}
          className="flex h-9 items-center gap-2 rounded-control px-2 hover:bg-sunken"
        >
          <UserRound aria-hidden className="size-4.5 text-ink-soft" />
          <span className="hidden max-w-40 truncate sm:inline">{name}</span>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <div className="px-3 py-2">
            <p className="font-medium">{name}</p>
            <p className="text-ink-soft text-small">{data?.person.email}</p>
          </div>
          <DropdownMenuSeparator />
          {data?.identity.id.type === 'CORPORATE' && (
            <DropdownMenuItem asChild>
              <Link to="/my-role">
                <KeyRound aria-hidden />
                {t('user.role', { role: data.access.role.name })}
              </Link>
            </DropdownMenuItem>
          )}
          <DropdownMenuSeparator />
          {data && <IdentityItems session={data} onChoose={goOnAs} />}
          <DropdownMenuItem onSelect={end(signOutHere)}>
            <LogOut aria-hidden />
            {t('user.signOut')}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={end(signOutEverywhere)}>
            <MonitorOff aria-hidden />
            {t('user.signOutEverywhere')}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
    </>
  )
}
