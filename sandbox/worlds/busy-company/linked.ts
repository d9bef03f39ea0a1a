import { ibanOf } from '../../domain/accounts/bank-details'
import type { Actor } from '../../domain/context'
import { blockLinkedAccount, removeLinkedAccount } from '../../domain/linked-accounts/change-linked-account'
import { createLinkedAccount } from '../../domain/linked-accounts/create-linked-account'
import { setVerification } from '../../domain/linked-accounts/simulate-verification'
import { must, type Site } from '../world'
import { HOUR, MINUTE } from './weeks'

const links = [
  { friendlyName: 'House bank', state: 'ACTIVE' },
  { friendlyName: 'House bank, savings', state: 'ACTIVE' },
  { friendlyName: 'UK clearing', state: 'ACTIVE', currency: 'GBP' },
  { friendlyName: 'Former house bank', state: 'BLOCKED' },
  { friendlyName: 'Leasing account', state: 'REMOVED' },
  { friendlyName: 'Owner, private', state: 'REJECTED' },
] as const

/** Accounts at other banks that were linked long ago, one in every state that lasts. */
export async function linkAccounts(site: Site, root: Actor, start: number): Promise<void> {
  for (const [index, link] of links.entries()) {
    const instant = start + index * HOUR
    const id = await begin(site, root, index, instant, link)
    await setVerification(site.at(instant + MINUTE), id, link.state === 'REJECTED' ? 'REJECTED' : 'VERIFIED')
    if (link.state === 'BLOCKED') await must(blockLinkedAccount(site.as(root, instant + 2 * MINUTE), id))
    if (link.state === 'REMOVED') await must(removeLinkedAccount(site.as(root, instant + 2 * MINUTE), id))
  }
}

/** One whose verification waits for the root user's word and for the transfer. */
export async function linkAnother(site: Site, root: Actor, instant: number): Promise<void> {
  await begin(site, root, links.length, instant, { friendlyName: 'Second house bank' })
}

type Link = { friendlyName: string; currency?: string }

async function begin(site: Site, root: Actor, index: number, instant: number, link: Link): Promise<string> {
  const { friendlyName, currency = 'EUR' } = link
  const [country, accountReference] =
    currency === 'GBP'
      ? ['GB', { accountNumber: String(41_000_000 + index), sortCode: '200000' }]
      : ['DE', { iban: ibanOf('DE', `37040044${String(7_000_000 + index).padStart(10, '0')}`) }]
  const order = { name: 'Brightwater Logistics Ltd', friendlyName, country, currency, accountReference }
  return (await must(createLinkedAccount(site.as(root, instant), { ...order, type: 'BUSINESS' }))).id
}
