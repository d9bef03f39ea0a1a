import type { Filter } from '@/components/data-table/filter-bar'
import { eventKinds, eventStates } from './kinds'
import { eventForms, eventProofs } from './search'
import { wordsOf } from './state-looks'
import { t } from './text'

const words = <T extends (typeof eventKinds)[number] | (typeof eventProofs)[number] | (typeof eventForms)[number]>(
  values: readonly T[],
) => values.map((value) => ({ value, label: t(value) }))

export const eventFilters: readonly Filter[] = [
  { id: 'webhook', label: t('event'), kind: 'select', options: words(eventKinds) },
  {
    id: 'state',
    label: t('state'),
    kind: 'select',
    options: eventStates.map((value) => ({ value, label: wordsOf(value) })),
  },
  { id: 'resource', label: t('resource'), kind: 'text' },
  { id: 'from', label: t('receivedFrom'), kind: 'date' },
  { id: 'to', label: t('receivedTo'), kind: 'date' },
  { id: 'proof', label: t('proof'), kind: 'select', options: words(eventProofs) },
  { id: 'form', label: t('form'), kind: 'select', options: words(eventForms) },
]
