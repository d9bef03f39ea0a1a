import { useFormContext } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import type { ConsumerDraft } from './draft'
import { t } from './text'

/** What the person should have at hand before they begin; nothing is asked yet. */
export function NeedStep({ onNext }: { onNext: () => void }) {
  const { setValue } = useFormContext<ConsumerDraft>()
  const begin = () => {
    setValue('ready', true)
    onNext()
  }
  return (
    <div className="grid gap-5">
      <p>{t('needLead')}</p>
      <p>{t('needWho')}</p>
      <div>
        <h3 className="mb-2 font-medium">{t('needHave')}</h3>
        <ul className="list-disc space-y-1 pl-5">
          <li>{t('needInbox')}</li>
          <li>{t('needPhone')}</li>
          <li>{t('needPapers')}</li>
        </ul>
      </div>
      <div className="border-rule border-t pt-4">
        <Button variant="primary" onClick={begin}>
          {t('begin')}
        </Button>
      </div>
    </div>
  )
}
