import { createFileRoute } from '@tanstack/react-router'
import { NewRulePage } from '@/features/proposals/pages/new-rule-page'

export const Route = createFileRoute('/_app/approvals/rules/new')({
  staticData: { requires: 'approvals.manage' },
  component: NewRulePage,
})
