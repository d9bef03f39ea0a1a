import { createFileRoute } from '@tanstack/react-router'
import { auditQueries } from '@/api/queries/audit'
import { AuditPage } from '@/features/audit/pages/audit-page'
import { toAuditQuery } from '@/features/audit/query'
import { auditSearch } from '@/features/audit/search'
import { localZone } from '@/lib/dates'

export const Route = createFileRoute('/_app/audit/')({
  validateSearch: auditSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchQuery(auditQueries.list(toAuditQuery(deps, localZone())))
  },
  component: AuditPage,
})
