import { Link } from '@tanstack/react-router'
import { Building2, UserRound } from 'lucide-react'
import { useEffect } from 'react'
import type { IdentityType } from '#contract/common'
import { EntryFrame } from '@/components/layout/entry-frame'
import { buttonClass } from '@/components/ui/button'
import { brand, pageTitle } from '@/lib/brand'
import { pageConfig } from '@/lib/page-config'
import { catalogue } from '@/lib/text'

type Kind = (typeof IdentityType.options)[number]

const t = catalogue('onboarding-start', {
  title: 'Open an account',
  lead: 'For whom is it?',
  CORPORATE: 'For a company',
  CORPORATE_text:
    'Accounts, cards and payments of a company or an organisation. A director or somebody with a power of attorney registers it, and invites the others.',
  CONSUMER: 'For myself',
  CONSUMER_text: 'An account in your own name, for your own money.',
  closed: 'New accounts cannot be opened here by oneself. ',
  closedAsk: 'Write to {email} if you would like to become a customer.',
  closedAskNobody: 'Ask whoever offers you this service.',
  begun: 'Begun already?',
  begunText: 'Sign in if you have chosen a password. If you have not, go on with the code from your e-mail.',
  signIn: 'Sign in',
  code: 'Go on with a code',
})

const ways = {
  CORPORATE: { to: '/onboarding/corporate', Icon: Building2 },
  CONSUMER: { to: '/onboarding/consumer', Icon: UserRound },
} as const satisfies Record<Kind, unknown>

/** What accounts there are for, as far as this programme opens them to whoever comes. */
export function OnboardingPage() {
  const { registrations } = pageConfig()
  useEffect(() => {
    document.title = pageTitle(t('title'))
  }, [])
  if (registrations.length === 0) return <Closed />
  return (
    <EntryFrame title={t('title')} lead={t('lead')}>
      <ul className="divide-y divide-rule border-rule border-y">
        {registrations.map((kind) => (
          <Way key={kind} kind={kind} />
        ))}
      </ul>
      <h2 className="mt-10 font-medium">{t('begun')}</h2>
      <p className="mt-1 text-ink-soft">{t('begunText')}</p>
      <p className="mt-3 flex flex-wrap gap-2">
        <Link to="/sign-in" className={buttonClass({ size: 'sm' })}>
          {t('signIn')}
        </Link>
        <Link to="/onboarding/email" className={buttonClass({ size: 'sm' })}>
          {t('code')}
        </Link>
      </p>
    </EntryFrame>
  )
}

/** The name is the link; its words and its whole area belong to it. */
function Way({ kind }: { kind: Kind }) {
  const { to, Icon } = ways[kind]
  return (
    <li className="relative flex gap-4 px-2 py-4 hover:bg-sunken">
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
      <span>
        <Link to={to} className="font-medium text-accent text-lead after:absolute after:inset-0 hover:underline">
          {t(kind)}
        </Link>
        <span className="mt-1 block text-ink-soft">{t(`${kind}_text`)}</span>
      </span>
    </li>
  )
}

function Closed() {
  const { supportEmail } = brand()
  return (
    <EntryFrame title={t('title')}>
      <p>
        {t('closed')}
        {supportEmail ? t('closedAsk', { email: supportEmail }) : t('closedAskNobody')}
      </p>
      <p className="mt-6">
        <Link to="/sign-in" className={buttonClass({ size: 'sm' })}>
          {t('signIn')}
        </Link>
      </p>
    </EntryFrame>
  )
}
