import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { accountQueries } from '@/api/queries/accounts'
import { ErrorView } from '@/components/feedback/error-view'
import { toast } from '@/components/feedback/toast'
import { Page } from '@/components/layout/page'
import { Skeleton } from '@/components/ui/skeleton'
import { useDraft } from '@/components/wizard/draft'
import { BulkWizard } from '../components/bulk-wizard'
import type { Surroundings } from '../import/protocol'
import { DeskProvider, useDeskState, useNewDesk } from '../import/use-desk'
import { stepAfterOpening } from '../steps'
import { surroundingsOf } from '../surroundings'
import { t } from '../text'

const route = getRouteApi('/_app/bulks/new')

/** From a file to a submitted bulk. The rows lie with a worker, the step in the address, the draft in this browser. */
export function NewBulkPage() {
  const accounts = useQuery(accountQueries.every())
  const around = useMemo(() => accounts.data && surroundingsOf(accounts.data.accounts), [accounts.data])
  return (
    <Page title={t('newTitle')} back={{ to: '/bulks', label: t('backToBulks') }}>
      {around ? (
        <BulkDesk around={around} />
      ) : accounts.error ? (
        <ErrorView
          title={t('accountsNotLoaded')}
          error={accounts.error}
          onRetry={() => void accounts.refetch()}
          busy={accounts.isFetching}
        />
      ) : (
        <Waiting text={t('accountsLoading')} />
      )}
    </Page>
  )
}

function BulkDesk({ around }: { around: Surroundings }) {
  const { step } = route.useSearch()
  const navigate = route.useNavigate()
  const [draft, setDraft, clearDraft] = useDraft('bulk-transfers', { draftId: '' })
  const desk = useNewDesk()
  const state = useDeskState(desk)

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per visit; what opens later is opened by the person
  useEffect(() => {
    if (!draft.draftId) return
    void desk.restore(draft.draftId, around).then((opened) => {
      if (!opened) clearDraft()
    })
  }, [desk])

  useEffect(() => {
    // Balances and states moved: the rows are checked against the new ones.
    if (desk.state().file) void desk.surround(around)
  }, [desk, around])

  const restoring = draft.draftId !== '' && !state.file && state.phase === 'reading'
  if (restoring) return <Waiting text={t('reading')} />
  return (
    <DeskProvider value={desk}>
      <BulkWizard
        asked={step}
        state={state}
        around={around}
        onStep={(next) => void navigate({ search: { step: next } })}
        onFile={async (name, bytes, delimiter) => {
          const opened = await desk.open(name, bytes, around, delimiter)
          if (!opened?.ok) return
          setDraft({ draftId: opened.draftId })
          void navigate({ search: { step: stepAfterOpening(opened.file) } })
        }}
        onOtherFile={async () => {
          await desk.forget()
          clearDraft()
          void navigate({ search: {} })
        }}
        onSubmitted={async (bulkId, rows) => {
          toast.success(t('submitted', { rows }))
          // The bulk has an id now, and that is where its truth is; the draft goes.
          await desk.deleteDraft()
          clearDraft()
          void navigate({ to: '/bulks/$bulkId', params: { bulkId }, replace: true })
        }}
      />
    </DeskProvider>
  )
}

function Waiting({ text }: { text: string }) {
  return (
    <div role="status">
      <span className="sr-only">{text}</span>
      <Skeleton className="h-10 w-full" />
      <Skeleton className="mt-8 h-52 w-full max-w-3xl" />
    </div>
  )
}
