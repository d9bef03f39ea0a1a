import { Link, type LinkProps } from '@tanstack/react-router'
import type { AuditLine } from '#contract/console/audit'

type Deed = Pick<AuditLine, 'section' | 'operation'>

/** The page of the thing that a line is about, where the console has one. */
function pageOf({ section, operation }: Deed, id: string): LinkProps | undefined {
  switch (section) {
    case 'managed-accounts':
      return { to: '/accounts/$accountId', params: { accountId: id } }
    case 'transfers':
      return { to: '/transfers/$transferId', params: { transferId: id } }
    case 'operations':
    case 'manage':
      return { to: '/bulks/$bulkId', params: { bulkId: id } }
    case 'proposals':
      return operation.startsWith('proposal')
        ? { to: '/approvals/$proposalId', params: { proposalId: id } }
        : { to: '/approvals/rules/$ruleId', params: { ruleId: id } }
    case 'console-roles':
      return operation.startsWith('consoleRole') && !operation.endsWith('ssign')
        ? { to: '/roles/$roleId', params: { roleId: id } }
        : undefined
    case 'authorisations':
      return { to: '/authorisations/$authorisationId', params: { authorisationId: id } }
    case 'events':
      return { to: '/events/$eventId', params: { eventId: id } }
    default:
      return undefined
  }
}

export function ThingLink({ deed, id }: { deed: Deed; id: string }) {
  const page = pageOf(deed, id)
  const text = <span className="break-all font-mono">{id}</span>
  return page ? (
    <Link {...page} className="text-accent underline underline-offset-4">
      {text}
    </Link>
  ) : (
    text
  )
}
