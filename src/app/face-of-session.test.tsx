import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { SessionView } from '#contract/session'
import { sessionQueries } from '@/api/queries/session'
import { useWords } from '@/lib/faces'
import { catalogue } from '@/lib/text'
import { FaceOfSession } from './face-of-session'
import { createQueryClient } from './query-client'

const t = catalogue('face-of-session-test', { whose: 'The company’s' }, { whose: 'Yours' })
const Whose = () => <p>{useWords(t)('whose')}</p>
const { queryKey } = sessionQueries.current()

const sessionOf = (type: 'CORPORATE' | 'CONSUMER'): SessionView => ({
  person: { credentials: { type: 'ROOT', id: '1' }, name: 'Clara Stone', email: 'clara@stone.example' },
  identity: { id: { type, id: '2' }, name: 'Clara Stone' },
  steppedUp: false,
  idleDeadline: 0,
  now: 0,
  access: { role: { id: 'owner', name: 'Owner' }, permissions: [], limits: [], zone: 'UTC' },
})

it('what is on the screen speaks to whoever is signed in, from one to the next', () => {
  const queryClient = createQueryClient()
  render(
    <QueryClientProvider client={queryClient}>
      <FaceOfSession>
        <Whose />
      </FaceOfSession>
    </QueryClientProvider>,
  )
  const heard = () => screen.getByRole('paragraph').textContent
  expect(heard(), 'nobody is signed in').toBe('The company’s')
  act(() => void queryClient.setQueryData(queryKey, sessionOf('CONSUMER')))
  expect(heard()).toBe('Yours')
  act(() => void queryClient.setQueryData(queryKey, sessionOf('CORPORATE')))
  expect(heard()).toBe('The company’s')
  act(() => queryClient.setQueryData(queryKey, sessionOf('CONSUMER')))
  act(() => queryClient.clear())
  expect(heard(), 'somebody left').toBe('The company’s')
})
