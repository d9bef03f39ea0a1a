import { createFileRoute } from '@tanstack/react-router'
import { MyRolePage } from '@/features/roles/pages/my-role-page'

export const Route = createFileRoute('/_app/my-role')({
  staticData: { for: 'company' },
  component: MyRolePage,
})
