import { useNavigate } from '@tanstack/react-router'
import { toast } from '@/components/feedback/toast'
import { Page } from '@/components/layout/page'
import { ChangePassword } from '../components/change-password'
import { t } from '../text'

/** Another password in the place of the present one. */
export function ChangePasswordPage() {
  const navigate = useNavigate()
  const done = () => {
    toast.success(t('done'))
    void navigate({ to: '/security' })
  }
  return (
    <Page title={t('title')} subtitle={t('lead')} back={{ to: '/security', label: t('back') }} narrow>
      <ChangePassword onDone={done} />
    </Page>
  )
}
