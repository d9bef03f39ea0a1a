import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type ApprovalRule, approvalRuleDelete } from '#contract/console/approval-rules'
import { useAccess } from '@/api/access'
import { proposalQueries } from '@/api/queries/proposals'
import { ErrorView } from '@/components/feedback/error-view'
import { Notice } from '@/components/feedback/notice'
import { GatedButton } from '@/components/form/gated-button'
import { Page } from '@/components/layout/page'
import { Skeleton } from '@/components/ui/skeleton'
import { RemoveRuleDialog } from '../components/remove-rule-dialog'
import { RuleEditor } from '../components/rule-editor'
import { useUpdateRule } from '../mutations'
import { r } from '../rule-text'

const route = getRouteApi('/_app/approvals/rules/$ruleId')

/** The rule as it was when the page was opened; whoever changed it meanwhile is not written over. */
export function EditRulePage() {
  const { ruleId } = route.useParams()
  const { data, error, refetch, isFetching } = useQuery(proposalQueries.rules())
  const rule = data?.rules.find(({ id }) => id === ruleId)
  return (
    <Page
      title={r('editTitle')}
      back={{ to: '/approvals/rules', label: r('back') }}
      narrow
      {...(rule && { actions: <Remove rule={rule} /> })}
    >
      {rule ? (
        <Editor key={rule.id} rule={rule} />
      ) : error ? (
        <ErrorView error={error} title={r('notLoaded')} onRetry={() => void refetch()} busy={isFetching} />
      ) : data ? (
        <Notice tone="info" title={r('notFound')}>
          {r('notFoundText')}
        </Notice>
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </Page>
  )
}

function Editor({ rule: current }: { rule: ApprovalRule }) {
  const [rule] = useState(current)
  const navigate = useNavigate()
  const update = useUpdateRule()
  return (
    <RuleEditor
      title={r('editTitle')}
      rule={rule}
      mutation={update}
      toVariables={(input) => ({ params: { id: rule.id }, body: { ...input, seen: rule.changedAt } })}
      onDone={() => void navigate({ to: '/approvals/rules' })}
      submitLabel={r('save')}
    />
  )
}

function Remove({ rule }: { rule: ApprovalRule }) {
  const [asking, setAsking] = useState(false)
  const { whyNot } = useAccess()
  return (
    <>
      <GatedButton reason={whyNot(approvalRuleDelete.permission)} onClick={() => setAsking(true)}>
        {r('remove')}
      </GatedButton>
      {asking && <RemoveRuleDialog rule={rule} onClose={() => setAsking(false)} />}
    </>
  )
}
