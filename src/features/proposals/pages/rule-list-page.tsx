import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ApprovalRule, approvalRuleCreate } from '#contract/console/approval-rules'
import { proposalsGet } from '#contract/console/proposals'
import { consoleRolesGet } from '#contract/console/roles'
import { useAccess } from '@/api/access'
import { proposalQueries } from '@/api/queries/proposals'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/feedback/empty-state'
import { Notice } from '@/components/feedback/notice'
import { GatedLink } from '@/components/form/gated-link'
import { ApprovalsFrame } from '../components/approvals-frame'
import { ExpiryForm } from '../components/expiry-form'
import { ruleColumns } from '../rule-columns'
import { r } from '../rule-text'

/** The rules that hold payments back, and how long they wait. */
export function RuleListPage() {
  const { may } = useAccess()
  const list = useQuery({ ...proposalQueries.rules(), enabled: may(proposalsGet.permission) })
  const edits = may(approvalRuleCreate.permission)
  return (
    <ApprovalsFrame actions={<NewRule />}>
      <p className="mb-4 max-w-prose text-ink-soft">{r('intro')}</p>
      {list.data && list.data.rules.length > 0 && !list.data.otherApprover && <NoApprover />}
      <DataTable
        caption={r('caption')}
        view="approval-rules"
        columns={ruleColumns}
        rows={list.data?.rules ?? []}
        getRowId={({ id }) => id}
        {...(edits && {
          rowLink: ({ id }: ApprovalRule) => ({ to: '/approvals/rules/$ruleId', params: { ruleId: id } }) as const,
        })}
        status={list.data ? 'ready' : list.error ? 'error' : 'loading'}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<EmptyState title={r('empty')} text={r('emptyText')} action={<NewRule />} />}
      />
      {list.data && <ExpiryForm hours={list.data.settings.expiryHours} />}
    </ApprovalsFrame>
  )
}

function NewRule() {
  const { whyNot } = useAccess()
  return (
    <GatedLink to="/approvals/rules/new" variant="primary" reason={whyNot(approvalRuleCreate.permission)}>
      {r('newRule')}
    </GatedLink>
  )
}

function NoApprover() {
  const { may } = useAccess()
  return (
    <Notice tone="wait" title={r('noApprover')} className="mb-6">
      <p>{r('noApproverText')}</p>
      {may(consoleRolesGet.permission) && (
        <Link to="/roles/people" className="text-accent underline underline-offset-4">
          {r('toRoles')}
        </Link>
      )}
    </Notice>
  )
}
