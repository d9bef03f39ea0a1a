import { Page } from '@/components/layout/page'
import { OwnCheck } from '../components/own-check'
import { t } from '../text'

/** The signed-in user's own identity check, whenever they or their company want it. */
export function MyCheckPage() {
  return (
    <Page title={t('checkTitle')} subtitle={t('checkSubtitle')} narrow>
      <OwnCheck />
    </Page>
  )
}
