import { createFileRoute } from '@tanstack/react-router'
import { ChangePasswordPage } from '@/features/passwords/pages/change-password-page'

export const Route = createFileRoute('/_app/security/password')({
  component: ChangePasswordPage,
})
