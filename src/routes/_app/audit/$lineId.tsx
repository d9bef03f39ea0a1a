import { createFileRoute } from '@tanstack/react-router'
import { auditQueries } from '@/api/queries/audit'
import { AuditLinePage } from '@/features/audit/pages/audit-line-page'

export const Route = createFileRoute('/_app/audit/$lineId')({
  loader: ({ context: { queryClient }, params: { lineId } }) => {
    void queryClient.prefetchQuery(auditQueries.line(lineId))
  },
  component: AuditLinePage,
})
