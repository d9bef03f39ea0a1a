import { Button } from '@/components/ui/button'
import { t } from './text'
import type { StepProps } from './use-corporate-before'

const parts = [
  { title: 'needWho', lines: ['needWho1', 'needWho2'] },
  { title: 'needHave', lines: ['needHave1', 'needHave2', 'needHave3'] },
  { title: 'needLater', lines: ['needLater1', 'needLater2', 'needLater3', 'needLater4'] },
] as const

/** Before anything is typed: who may do it, what to have at hand, and how long it takes. */
export function NeedStep({ draft, save, go }: StepProps) {
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
