import { useAccess } from '@/api/access'
import { ownReach } from '@/api/own-reach'
import { Page } from '@/components/layout/page'
import { Section } from '@/components/layout/section'
import { PermissionList } from '../components/permission-list'
import { ScopeFacts } from '../components/scope-facts'
import { t } from '../text'

/** The person's own role in plain words: what, with what, up to how much, and who can change it. */
export function MyRolePage() {
  const { access } = useAccess()
  if (!access) return null
  return (
    <Page title={t('myTitle')} subtitle={t('mySubtitle', { role: access.role.name })}>
      <p className="mb-8 max-w-prose text-ink-soft">{t('myWho')}</p>
      <Section title={t('myScope')}>
        <ScopeFacts reach={ownReach(access)} zone={access.zone} />
      </Section>
      <Section title={t('mayDo')}>
        <PermissionList held={access.permissions} />
      </Section>
    </Page>
  )
}
