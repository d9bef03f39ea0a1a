import { useQuery } from '@tanstack/react-query'
import { managedAccountCreate } from '#contract/managed-accounts'
import { catalogue } from '@/lib/text'
import { useAccess } from './access'
import { dueDiligenceQuery } from './queries/identity'
import { sessionQueries } from './queries/session'

const t = catalogue('why-no-account', {
  unverified: 'An account can be opened once the verification is done. How it stands is said above.',
})

/** Why no account can be opened: for want of the permission, or because the customer is not verified yet. */
export function useWhyNoAccount(): string | undefined {
  const { may, whyNot } = useAccess()
  const { data: session } = useQuery(sessionQueries.current())
  const type = session?.identity.id.type ?? 'CORPORATE'
  const check = useQuery({ ...dueDiligenceQuery(type), enabled: session !== undefined && may('identity.view') })
  const lacking = whyNot(managedAccountCreate.permission)
  return lacking ?? (check.data && check.data.effective !== 'APPROVED' ? t('unverified') : undefined)
}
