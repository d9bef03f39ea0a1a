import { Link } from '@tanstack/react-router'
import { Notice } from '@/components/feedback/notice'
import { Button, buttonClass } from '@/components/ui/button'
import { brand } from '@/lib/brand'
import { pageConfig } from '@/lib/page-config'
import type { StepProps } from './step-props'
import { t } from './text'

/** Whether companies register by themselves here. */
export const mayRegister = (): boolean => pageConfig().registrations.includes('CORPORATE')

const parts = [
  { title: 'needWho', lines: ['needWho1', 'needWho2'] },
  { title: 'needHave', lines: ['needHave1', 'needHave2', 'needHave3'] },
  { title: 'needLater', lines: ['needLater1', 'needLater2', 'needLater3', 'needLater4'] },
] as const

/** Where companies do not register by themselves, nobody should learn that at the end. */
function NotOpen() {
  const { supportEmail } = brand()
  return (
    <Notice tone="info" title={t('notOpen')}>
      <p>{supportEmail ? t('notOpenAsk', { email: supportEmail }) : t('notOpenAskNobody')}</p>
    </Notice>
  )
}

/** Before anything is typed: who may do it, what to have at hand, and how long it takes. */
export function NeedStep({ draft, save, go }: StepProps) {
  if (!mayRegister()) return <NotOpen />
  return (
    <div className="space-y-6">
      <p>{t('needLead')}</p>
      {parts.map(({ title, lines }) => (
        <section key={title}>
          <h3 className="mb-1.5 font-medium text-lead">{t(title)}</h3>
          <ul className="list-disc space-y-1 pl-5 marker:text-ink-faint">
            {lines.map((line) => (
              <li key={line}>{t(line)}</li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <Link to="/onboarding" className={buttonClass({ variant: 'link', size: 'sm' })}>
          {t('another')}
        </Link>
      </p>
      <div className="flex justify-end border-rule border-t pt-4">
        <Button
          variant="primary"
          onClick={() => {
            save({ ...draft, ready: true })
            go('root')
          }}
        >
          {t(draft.ready ? 'next' : 'begin')}
        </Button>
      </div>
    </div>
  )
}
