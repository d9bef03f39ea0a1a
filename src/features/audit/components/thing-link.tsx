import { Link, type LinkProps } from '@tanstack/react-router'
import type { AuditLine } from '#contract/console/audit'

/** The page of the thing that a line is about, where the console has one. */
function pageOf(section: string, id: string): LinkProps | undefined {
  switch (section) {
    case 'managed-accounts':
      return { to: '/accounts/$accountId', params: { accountId: id } }
    case 'transfers':
      return { to: '/transfers/$transferId', params: { transferId: id } }
    case 'operations':
    case 'manage':
      return { to: '/bulks/$bulkId', params: { bulkId: id } }
    default:
      return undefined
  }
}

type Props = Pick<AuditLine, 'section'> & { id: string }

export function ThingLink({ section, id }: Props) {
  const page = pageOf(section, id)
  const text = <span className="break-all font-mono">{id}</span>
  return page ? (
    <Link {...page} className="text-accent underline underline-offset-4">
      {text}
    </Link>
  ) : (
    text
  )
}
