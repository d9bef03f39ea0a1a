import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Verdict } from '#contract/console/authorisation-rules'
import { type Authorisation, decideAuthorisation } from '#contract/console/authorisations'
import { useAccess } from '@/api/access'
import { authorisationQueries } from '@/api/queries/authorisations'
import { announce } from '@/components/feedback/announce'
import { Section } from '@/components/layout/section'
import { Checkbox } from '@/components/ui/checkbox'
import { readFailure } from '@/lib/failure'
import { preference, usePreference } from '@/lib/preferences'
import { decideSentences } from '../messages'
import { useDecide } from '../mutations'
import { placeCount } from '../places'
import { t } from '../text'
import { DeskPlace, whatOf } from './desk-place'
import { usePlaces } from './use-places'
import { useSingleKeys } from './use-single-keys'
import { useTicking } from './use-ticking'

/** A key that was meant for what was marked before must not hit what is marked now. */
const SETTLE_MS = 350
/** Should a word of the live stream be lost, the desk looks for itself. */
const LOOK_AGAIN_MS = 1500
const singleKeys = preference('authorisations.keys', true, (stored) =>
  typeof stored === 'boolean' ? stored : undefined,
)
const numbers = Array.from({ length: placeCount }, (_, at) => at + 1)
const justAsked = { asked: true, limit: 20 } as const

/** What waits for a person, with what is left of its time, and what became of the last ones. */
export function WaitingDesk() {
  const { may } = useAccess()
  const waiting = useQuery({
    ...authorisationQueries.waiting(),
    refetchInterval: ({ state }) => (state.data?.authorisations.length ? LOOK_AGAIN_MS : false),
  })
  const asked = useQuery(authorisationQueries.list(justAsked))
  const [keys, setKeys] = usePreference(singleKeys)
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({})
  const said = useRef(new Map<string, Authorisation['state']>())
  const sent = useRef(new Set<string>())
  const decide = useDecide()
  const open = waiting.data?.authorisations
  const desk = usePlaces(open)
  const now = useTicking((open?.length ?? 0) > 0) + (waiting.data?.ahead ?? 0)
  const known = new Map([...(asked.data?.authorisations ?? []), ...(open ?? [])].map((one) => [one.id, one]))
  const withKeys = keys && may(decideAuthorisation.permission)

  function answer(id: string, verdict: Verdict): void {
    if (sent.current.has(id)) return
    sent.current.add(id)
    decide.mutate(
      { params: { id }, body: { verdict } },
      {
        onError: (error) => {
          const text = decideSentences()[readFailure(error).code] ?? t('notSent')
          setNotes((former) => ({ ...former, [id]: text }))
          announce(text)
        },
      },
    )
  }
  useSingleKeys(withKeys, (verdict) => {
    if (desk.marked !== undefined && desk.markedFor() > SETTLE_MS) answer(desk.marked, verdict)
  })

  useEffect(() => {
    for (const one of known.values()) {
      const before = said.current.get(one.id)
      if (before === one.state || !desk.places.includes(one.id)) continue
      said.current.set(one.id, one.state)
      if (one.state === 'WAITING') announce(t(withKeys ? 'asksKeys' : 'asks', { what: whatOf(one) }))
      else if (before === 'WAITING') announce(overText(one))
    }
  })

  return (
    <Section title={t('deskTitle')}>
      <p className="mb-3 max-w-3xl text-ink-soft">{t('honest')}</p>
      <ol className="grid gap-3 sm:grid-cols-3">
        {numbers.map((number) => {
          const at = number - 1
          const id = desk.places[at]
          const one = id === undefined ? undefined : known.get(id)
          return (
            <DeskPlace
              // The place stays, whoever stands there: by its number.
              key={number}
              number={number}
              one={one}
              leftMs={(one?.deadline ?? 0) - now}
              marked={id !== undefined && id === desk.marked}
              note={id === undefined ? undefined : notes[id]}
              onDecide={(verdict) => id !== undefined && answer(id, verdict)}
              onHold={(held) => desk.hold(held ? at : undefined)}
            />
          )
        })}
      </ol>
      <p className="mt-2 min-h-5 text-ink-soft text-small">
        {desk.outside > 0 ? t('more', { count: desk.outside }) : open?.length === 0 ? t('nothingWaits') : null}
      </p>
      {may(decideAuthorisation.permission) && (
        <Checkbox
          className="mt-2"
          checked={keys}
          onChange={(event) => setKeys(event.target.checked)}
          label={t('keys')}
          hint={t('keysHint')}
        />
      )}
    </Section>
  )
}

function overText(one: Authorisation): string {
  const what = whatOf(one)
  if (one.by === 'UNANSWERED') return t('overDefault', { what })
  return t(one.state === 'APPROVED' ? 'overApproved' : 'overDeclined', { what })
}
