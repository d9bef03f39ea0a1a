import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { AuthorisationDetail } from '#contract/console/authorisations'
import { authorisationQueries } from '@/api/queries/authorisations'
import { CopyButton } from '@/components/feedback/copy-button'
import { AbsentPage } from '@/components/layout/absent-page'
import { type Definition, Definitions } from '@/components/layout/definition-list'
import { Page } from '@/components/layout/page'
import { Section } from '@/components/layout/section'
import { formatExact } from '@/lib/dates'
import { formatMoney } from '@/lib/money'
import { Action, Decision, howText, tookText } from '../components/decision'
import { useInstruments } from '../components/use-instruments'
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
      <Facts one={data} />
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

function Facts({ one }: { one: AuthorisationDetail }) {
  const { nameOf } = useInstruments(one.kind)
  return <Definitions items={factsOf(one, nameOf(one.instrumentId))} />
}

/** An account has a page here; a card has none yet. */
const Named = ({ one, name }: { one: AuthorisationDetail; name: string }) =>
  one.kind === 'CARD' ? (
    name
  ) : (
    <Link
      to="/accounts/$accountId"
      params={{ accountId: one.instrumentId }}
      className="text-accent underline underline-offset-4"
    >
      {name}
    </Link>
  )

function factsOf(one: AuthorisationDetail, instrument: string): Definition[] {
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
    { term: t('received'), description: <span className="figures">{formatExact(one.at)}</span> },
    { term: t('kind'), description: t(one.credit ? 'credit' : one.kind) },
    ...(instrument === one.instrumentId
      ? []
      : [{ term: t(isCard ? 'card' : 'account'), description: <Named one={one} name={instrument} /> }]),
    id(t(isCard ? 'cardId' : 'accountId'), one.instrumentId),
    ...(isCard ? [{ term: t('cardholder'), description: one.cardholder ?? t('unknownHolder') }] : []),
    ...maybe(isCard ? t('merchantId') : t('senderAccount'), one.partyId),
    ...maybe(t('category'), one.category),
    ...maybe(t('country'), one.country),
    id(t('transaction'), one.transactionId),
    id(t('reference'), one.reference),
  ]
}
