import { Link } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { ManagedAccount } from '#contract/managed-accounts'
import { Button, buttonClass } from '@/components/ui/button'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu'
import { t } from '../text'
import { BlockDialog, UnblockDialog } from './block-dialogs'
import { RemoveDialog } from './remove-dialog'

type Open = 'block' | 'unblock' | 'remove' | undefined

/** What can be done with the account in its state. A block of the provider has no button: only the provider lifts it. */
export function AccountActions({ account }: { account: ManagedAccount }) {
  const [open, setOpen] = useState<Open>()
  const { id, state } = account
  const close = () => setOpen(undefined)
  if (state.state === 'DESTROYED') return null
  const liftable = state.state === 'BLOCKED' && state.blockedReason === 'USER'
  return (
    <>
      {liftable && <Button onClick={() => setOpen('unblock')}>{t('unblock')}</Button>}
      <Link to="/accounts/$accountId/edit" params={{ accountId: id }} className={buttonClass({})}>
        {t('rename')}
      </Link>
      {state.state === 'ACTIVE' && (
        <Link to="/transfers/new" state={{ transferFrom: id }} className={buttonClass({ variant: 'primary' })}>
          {t('transferFrom')}
        </Link>
      )}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button aria-label={t('more')} className="px-2.5">
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {state.state === 'ACTIVE' && (
            <DropdownMenuItem onSelect={() => setOpen('block')}>{t('block')}</DropdownMenuItem>
          )}
          <DropdownMenuItem danger onSelect={() => setOpen('remove')}>
            {t('remove')}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {open === 'block' && <BlockDialog account={account} onClose={close} />}
      {open === 'unblock' && <UnblockDialog account={account} onClose={close} />}
      {open === 'remove' && <RemoveDialog account={account} onClose={close} />}
    </>
  )
}
