import { Link, useRouterState } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useAccess } from '@/api/access'
import { useFace } from '@/api/face'
import { Sheet } from '@/components/ui/sheet'
import { useWords } from '@/lib/faces'
import { groupRooms, openRooms, type Room, roomOf, splitRooms } from './rooms'
import { t } from './text'

/** The needle beside the room you are in. */
export function Sidebar() {
  const { may } = useAccess()
  const say = useWords(t)
  return (
    <nav aria-label={say('navigation')}>
      <RoomGroups rooms={openRooms(may, useFace())} look={sideLook} />
    </nav>
  )
}

const needle =
  'relative flex items-center gap-3 text-ink-soft hover:text-ink data-[status=active]:font-medium data-[status=active]:text-ink data-[status=active]:before:absolute data-[status=active]:before:inset-y-1.5 data-[status=active]:before:left-0 data-[status=active]:before:w-0.75 data-[status=active]:before:bg-needle'
const sideLook = `${needle} h-9 px-5 hover:bg-paper data-[status=active]:bg-paper`
const sheetLook = `${needle} h-11 px-4 -mx-4 hover:bg-sunken`

type GroupsProps = { rooms: readonly Room[]; look: string; onChoose?: () => void }

/** Headings come with a second group: one alone needs no name. */
function RoomGroups({ rooms, look, onChoose }: GroupsProps) {
  const groups = groupRooms(rooms)
  const say = useWords(t)
  return groups.map(({ group, rooms: members }) => (
    <div key={group} className="pb-4">
      {groups.length > 1 && (
        <p aria-hidden className={`pb-1 text-ink-soft text-micro ${look === sideLook ? 'px-5' : ''}`}>
          {say(`group.${group}`)}
        </p>
      )}
      <ul aria-label={say(`group.${group}`)}>
        {members.map(({ to, name, icon: Icon, exact = false, badge: Badge }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact }} className={look} {...(onChoose ? { onClick: onChoose } : {})}>
              <Icon aria-hidden className="size-4" />
              {say(name)}
              {Badge && (
                <span className="ml-auto">
                  <Badge />
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ))
}

/** The same rooms within reach of a thumb: the first in the bar, the rest behind its last place. */
export function BottomBar() {
  const { may } = useAccess()
  const { bar, more } = splitRooms(openRooms(may, useFace()))
  const say = useWords(t)
  return (
    <nav
      aria-label={say('navigation')}
      className="fixed inset-x-0 bottom-0 z-30 border-rule border-t bg-sunken pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="grid h-14 auto-cols-fr grid-flow-col">
        {bar.map(({ to, name, icon: Icon, exact = false }) => (
          <li key={to} className="grid">
            <Link to={to} activeOptions={{ exact }} className={barLook}>
              <Icon aria-hidden className="size-4.5" />
              {say(name)}
            </Link>
          </li>
        ))}
        {more.length > 0 && (
          <li className="grid">
            <More rooms={more} />
          </li>
        )}
      </ul>
    </nav>
  )
}

const barLook =
  'relative grid place-content-center justify-items-center gap-0.5 text-ink-soft text-micro data-[status=active]:font-medium data-[status=active]:text-ink data-[status=active]:before:absolute data-[status=active]:before:inset-x-6 data-[status=active]:before:top-0 data-[status=active]:before:h-0.75 data-[status=active]:before:bg-needle'

function More({ rooms }: { rooms: readonly Room[] }) {
  const [open, setOpen] = useState(false)
  const say = useWords(t)
  const here = useRouterState({ select: ({ location }) => roomOf(location.pathname)?.to })
  const inside = rooms.some(({ to }) => to === here)
  const waiting = rooms.flatMap(({ to, badge: Badge }) => (Badge ? [<Badge key={to} />] : []))
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        data-status={inside ? 'active' : undefined}
        onClick={() => setOpen(true)}
        className={barLook}
      >
        <span className="relative">
          <Ellipsis aria-hidden className="size-4.5" />
          {waiting.length > 0 && <span className="-top-1.5 absolute left-full ml-1 flex gap-1">{waiting}</span>}
        </span>
        {t('more')}
      </button>
      <Sheet open={open} onOpenChange={setOpen} title={say('moreRooms')}>
        <nav aria-label={say('moreRooms')}>
          <RoomGroups rooms={rooms} look={sheetLook} onChoose={() => setOpen(false)} />
        </nav>
      </Sheet>
    </>
  )
}
