import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import {
  type ManagedAccount,
  managedAccountBlock,
  managedAccountRemove,
  managedAccountUnblock,
  managedAccountUpdate,
} from '#contract/managed-accounts'
import { transferCreate } from '#contract/transfers'
import { useAccess } from '@/api/access'
import { GatedButton } from '@/components/form/gated-button'
import { GatedLink } from '@/components/form/gated-link'
import { GatedMenuItem } from '@/components/form/gated-menu-item'
import { Button } from '@/components/ui/button'
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'
import { t } from '../text'
import { BlockDialog, UnblockDialog } from './block-dialogs'
import { RemoveDialog } from './remove-dialog'

type Open = 'block' | 'unblock' | 'remove' | undefined

/** What can be done with the account in its state. A block of the provider has no button: only the provider lifts it. */
export function AccountActions({ account }: { account: ManagedAccount }) {
  const [open, setOpen] = useState<Open>()
  const { whyNot } = useAccess()
  const { id, state } = account
  const close = () => setOpen(undefined)
  if (state.state === 'DESTROYED') return null
  const liftable = state.state === 'BLOCKED' && state.blockedReason === 'USER'
  return (
    <>
      {liftable && (
        <GatedButton reason={whyNot(managedAccountUnblock.permission)} onClick={() => setOpen('unblock')}>
          {t('unblock')}
        </GatedButton>
      )}
      <GatedLink
        to="/accounts/$accountId/edit"
        params={{ accountId: id }}
        reason={whyNot(managedAccountUpdate.permission)}
      >
        {t('rename')}
      </GatedLink>
      {state.state === 'ACTIVE' && (
        <GatedLink
          to="/transfers/new"
          state={{ transferFrom: id }}
          variant="primary"
          reason={whyNot(transferCreate.permission)}
        >
          {t('transferFrom')}
        </GatedLink>
      )}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button aria-label={t('more')} className="px-2.5">
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {state.state === 'ACTIVE' && (
            <GatedMenuItem reason={whyNot(managedAccountBlock.permission)} onSelect={() => setOpen('block')}>
              {t('block')}
            </GatedMenuItem>
          )}
          <GatedMenuItem danger reason={whyNot(managedAccountRemove.permission)} onSelect={() => setOpen('remove')}>
            {t('remove')}
          </GatedMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {open === 'block' && <BlockDialog account={account} onClose={close} />}
      {open === 'unblock' && <UnblockDialog account={account} onClose={close} />}
      {open === 'remove' && <RemoveDialog account={account} onClose={close} />}
    </>
  )
}
