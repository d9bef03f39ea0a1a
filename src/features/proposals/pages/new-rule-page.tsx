import { useNavigate } from '@tanstack/react-router'
import { Page } from '@/components/layout/page'
import { RuleEditor } from '../components/rule-editor'
import { useCreateRule } from '../mutations'
import { r } from '../rule-text'

export function NewRulePage() {
  const navigate = useNavigate()
  const create = useCreateRule()
  return (
    <Page title={r('newTitle')} back={{ to: '/approvals/rules', label: r('back') }} narrow>
      <RuleEditor
        title={r('newTitle')}
        rule={{}}
        mutation={create}
        toVariables={(rule) => rule}
        onDone={() => void navigate({ to: '/approvals/rules' })}
        submitLabel={r('create')}
      />
    </Page>
  )
}
