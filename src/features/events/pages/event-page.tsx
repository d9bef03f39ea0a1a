import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ConsoleEventDetail, eventReplay } from '#contract/console/events'
import { useAccess } from '@/api/access'
import { eventQueries } from '@/api/queries/events'
import { EmptyState } from '@/components/feedback/empty-state'
import { ErrorView } from '@/components/feedback/error-view'
import { Notice } from '@/components/feedback/notice'
import { toast } from '@/components/feedback/toast'
import { GatedButton } from '@/components/form/gated-button'
import { Page } from '@/components/layout/page'
import { Section } from '@/components/layout/section'
import { Skeleton } from '@/components/ui/skeleton'
import { readFailure } from '@/lib/failure'
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
  const { data: event, error, refetch, isFetching } = useQuery(eventQueries.detail(eventId))
  if (event) return <Event key={event.id} event={event} />
  const { status } = readFailure(error)
  return (
    <Page title={t('eventTitle')} back={back}>
      {status === 404 || status === 400 ? (
        <EmptyState title={t('notFound')} text={t('notFoundText')} />
      ) : error ? (
        <ErrorView error={error} title={t('notLoaded')} onRetry={() => void refetch()} busy={isFetching} />
      ) : (
        <EventSkeleton />
      )}
    </Page>
  )
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

function EventSkeleton() {
  return (
    <div>
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <div aria-hidden className="space-y-6">
        {['first', 'second', 'third', 'fourth'].map((line) => (
          <Skeleton key={line} className="w-full" />
        ))}
      </div>
    </div>
  )
}
