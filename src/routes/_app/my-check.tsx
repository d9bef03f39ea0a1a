import { createFileRoute } from '@tanstack/react-router'
import { MyCheckPage } from '@/features/invitations/pages/my-check-page'

export const Route = createFileRoute('/_app/my-check')({ component: MyCheckPage })
