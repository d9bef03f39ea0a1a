import type { PageConfig } from '#contract/session'
import { t } from '../text'

type Props = { signIns: PageConfig['demoSignIns']; onChoose: (email: string) => void }

/** Who may try the embedded sandbox. A live programme has none, and then nothing is shown. */
export function DemoSignIns({ signIns, onChoose }: Props) {
  const [first] = signIns
  if (!first) return null
  return (
    <section aria-labelledby="demo-sign-ins" className="mt-10 border-rule border-t pt-4">
      <h2 id="demo-sign-ins" className="font-medium text-small">
        {t('demo.title')}
      </h2>
      <p className="mt-1 text-ink-soft text-small">
        {t('demo.text')} <code className="whitespace-nowrap font-mono text-ink">{first.password}</code>
      </p>
      <ul className="mt-2">
        {signIns.map(({ email, role }) => (
          <li key={email} className="border-rule border-b last:border-b-0">
            <button
              type="button"
              onClick={() => onChoose(email)}
              className="-mx-2 flex min-h-9 w-[calc(100%+1rem)] flex-wrap items-baseline justify-between gap-x-4 rounded-control px-2 py-1.5 text-left hover:bg-sunken"
            >
              <span className="text-accent underline underline-offset-4">{email}</span>
              <span className="text-ink-soft text-small">{role}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
