import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ConsoleEventDetail, eventReplay } from '#contract/console/events'
import { useAccess } from '@/api/access'
import { eventQueries } from '@/api/queries/events'
import { ErrorView } from '@/components/feedback/error-view'
import { Notice } from '@/components/feedback/notice'
import { toast } from '@/components/feedback/toast'
import { GatedButton } from '@/components/form/gated-button'
import { AbsentPage } from '@/components/layout/absent-page'
import { Page } from '@/components/layout/page'
import { Section } from '@/components/layout/section'
import { EventFacts, EventHeaders } from '../components/event-facts'
import { EventPayload } from '../components/event-payload'
import { EventState } from '../components/event-state'
import { EventSubjects } from '../components/event-subjects'
import { useReplay } from '../mutations'
import { kindText, t } from '../text'

const route = getRouteApi('/_app/events/$eventId')
const back = { to: '/events', label: t('back') } as const

/** One message of Weavr's: how it was verified, what it is about, and what it says. */
export function EventPage() {
  const { eventId } = route.useParams()
  const query = useQuery(eventQueries.detail(eventId))
  if (query.data) return <Event key={query.data.id} event={query.data} />
  const words = { loading: t('loading'), notFound: t('notFound'), notLoaded: t('notLoaded') }
  return <AbsentPage title={t('eventTitle')} back={back} query={query} words={words} />
}

function Event({ event }: { event: ConsoleEventDetail }) {
  const { whyNot } = useAccess()
  const replay = useReplay()
  const press = () => replay.mutate({ params: { id: event.id } }, { onSuccess: () => toast.success(t('replayed')) })
  return (
    <Page
      title={kindText(event.webhook)}
      subtitle={<EventState state={event.state} />}
      back={back}
      actions={
        <GatedButton reason={whyNot(eventReplay.permission)} busy={replay.isPending} onClick={press}>
          {t('replay')}
        </GatedButton>
      }
    >
      <div className="space-y-10">
        {replay.error && <ErrorView error={replay.error} title={t('notReplayed')} />}
        {event.form === 'UNREADABLE' && (
          <Notice tone="wait" title={t('unreadable')}>
            {t('unreadableText')}
          </Notice>
        )}
        <Section title={t('verification')}>
          <p className="max-w-prose">{event.proof === 'KEY' ? t('verifiedByKey') : t('verifiedBySignature')}</p>
        </Section>
        <EventSubjects subjects={event.subjects} />
        <EventPayload payload={event.payload} />
        <EventFacts event={event} />
        <EventHeaders headers={event.headers} />
      </div>
    </Page>
  )
}
