import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { User } from '#contract/users'
import { GatedButton } from '@/components/form/gated-button'
import { GatedLink } from '@/components/form/gated-link'
import { GatedMenuItem } from '@/components/form/gated-menu-item'
import { Button } from '@/components/ui/button'
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'
import { useIsMe, useWhyNotManage } from '../permissions'
import { mayNeedInvitation } from '../standing'
import { t } from '../text'
import { DeactivateDialog } from './activity-dialogs'
import { InviteDialog } from './invite-dialog'
import { useStanding } from './user-standing'

/** What can be done with a person in their state; what undoes a state stands in the notice about it. */
export function UserActions({ user }: { user: User }) {
  const [open, setOpen] = useState<'invite' | 'deactivate'>()
  const reason = useWhyNotManage()(user)
  const isMe = useIsMe()(user)
  const standing = useStanding().standing(user)
  const close = () => setOpen(undefined)
  const again = standing?.state === 'INVITED'
  return (
    <>
      <GatedLink to="/users/$userId/edit" params={{ userId: user.id }} reason={reason}>
        {t('edit')}
      </GatedLink>
      {standing && mayNeedInvitation(standing) && standing.state !== 'EXPIRED' && (
        <GatedButton variant={again ? 'secondary' : 'primary'} reason={reason} onClick={() => setOpen('invite')}>
          {again ? t('inviteAgain') : t('invite')}
        </GatedButton>
      )}
      {user.active && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button aria-label={t('more')} className="px-2.5">
              <Ellipsis aria-hidden />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            <GatedMenuItem
              danger
              reason={reason ?? (isMe ? t('whySelf') : undefined)}
              onSelect={() => setOpen('deactivate')}
            >
              {t('deactivate')}
            </GatedMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      )}
      {open === 'invite' && <InviteDialog user={user} again={again} onClose={close} />}
      {open === 'deactivate' && <DeactivateDialog user={user} onClose={close} />}
    </>
  )
}
