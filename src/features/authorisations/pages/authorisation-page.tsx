import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { AuthorisationDetail } from '#contract/console/authorisations'
import { authorisationQueries } from '@/api/queries/authorisations'
import { CopyButton } from '@/components/feedback/copy-button'
import { Instant } from '@/components/feedback/instant'
import { AbsentPage } from '@/components/layout/absent-page'
import { type Definition, Definitions } from '@/components/layout/definition-list'
import { Page } from '@/components/layout/page'
import { Section } from '@/components/layout/section'
import { formatMoney } from '@/lib/money'
import { Action, Decision, howText, tookText } from '../components/decision'
import { t } from '../text'

const route = getRouteApi('/_app/authorisations/$authorisationId')
const back = { to: '/authorisations', label: t('back') } as const

/** One request: what was asked, what was answered, by what and how fast. */
export function AuthorisationPage() {
  const { authorisationId } = route.useParams()
  const query = useQuery(authorisationQueries.detail(authorisationId))
  const { data } = query
  if (!data) {
    const words = { loading: t('loadingRequest'), notFound: t('notFound'), notLoaded: t('notLoaded') }
    return <AbsentPage title={t('requestTitle')} back={back} query={query} words={words} />
  }
  const title = t('requestOf', { amount: formatMoney(data.amount), party: data.party || t(data.kind) })
  return (
    <Page title={title} subtitle={<Decision state={data.state} />} back={back}>
      <Definitions items={factsOf(data)} />
      <Section title={t('question')}>
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
          tabIndex={0}
          aria-label={t('questionLabel')}
          className="max-h-112 overflow-auto border-rule border-y py-3"
        >
          <pre className="font-mono text-small">{JSON.stringify(data.question, undefined, 2)}</pre>
        </section>
      </Section>
    </Page>
  )
}

function factsOf(one: AuthorisationDetail): Definition[] {
  const isCard = one.kind === 'CARD'
  const id = (term: string, value: string): Definition => ({
    term,
    description: (
      <>
        <span className="break-all font-mono text-small">{value}</span> <CopyButton value={value} what={term} />
      </>
    ),
  })
  const maybe = (term: string, value: string | undefined): Definition[] =>
    value === undefined ? [] : [{ term, description: value }]
  return [
    { term: t('how'), description: howText(one) },
    ...maybe(t('reason'), one.reason),
    {
      term: t('rule'),
      description: one.rule ? (
        <>
          {one.rule.position}. {one.rule.name} <Action action={one.rule.action} />
        </>
      ) : (
        t('none')
      ),
    },
    { term: t('rulesVersion'), description: one.rulesVersion === 0 ? t('noRules') : String(one.rulesVersion) },
    { term: t('took'), description: <span className="figures">{tookText(one)}</span> },
    { term: t('received'), description: <Instant at={one.at} /> },
    { term: t('kind'), description: t(one.credit ? 'credit' : one.kind) },
    id(isCard ? t('card') : t('account'), one.instrumentId),
    ...(isCard ? [{ term: t('cardholder'), description: one.cardholder ?? t('unknownHolder') }] : []),
    ...maybe(isCard ? t('merchantId') : t('senderAccount'), one.partyId),
    ...maybe(t('category'), one.category),
    ...maybe(t('country'), one.country),
    id(t('transaction'), one.transactionId),
    id(t('reference'), one.reference),
  ]
}
