import { act, fireEvent, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { Announcer } from '../feedback/announce'
import { renderPage } from '../test-page'
import { clearDrafts } from './clear-drafts'
import { useDraft } from './draft'
import { useReference } from './reference'
import { Wizard } from './wizard'

const steps = [
  { id: 'from', label: 'From' },
  { id: 'to', label: 'To' },
  { id: 'review', label: 'Review' },
  { id: 'done', label: 'Done' },
] as const
type Id = (typeof steps)[number]['id']

function TestWizard({ furthest }: { furthest: Id }) {
  const [current, setCurrent] = useState<Id>('to')
  return (
    <>
      <Wizard title="New transfer" steps={steps} current={current} furthest={furthest} onStep={setCurrent}>
        <p>Here is {current}</p>
      </Wizard>
      <Announcer />
    </>
  )
}

describe('Wizard', () => {
  it('offers what was reached, marks what is done, and leads no further', async () => {
    await renderPage(() => <TestWizard furthest="review" />)
    const nav = screen.getByRole('navigation', { name: 'New transfer: Steps' })
    expect(
      within(nav)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['From (done)', '3Review'])
    expect(nav.querySelector('[aria-current="step"]')?.textContent).toBe('2To')
    expect(within(nav).getByText('Done').closest('button')).toBeNull()
  })

  it('starts quietly, then moves the focus to the heading of each step and says it', async () => {
    await renderPage(() => <TestWizard furthest="review" />)
    expect(document.activeElement).toBe(document.body)
    await act(async () => fireEvent.click(screen.getByRole('button', { name: /Review/ })))
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Review' }))
    expect(screen.getByRole('status').textContent).toBe('Step 3 of 4: Review')
    expect(screen.getByText('Here is review')).toBeTruthy()
  })
})

type Draft = { from: string; note: string }
const initial: Draft = { from: '', note: '' }

function TestDraft() {
  const [draft, set, clear] = useDraft('transfer', initial)
  const reference = useReference(draft)
  return (
    <>
      <output>{JSON.stringify(draft)}</output>
      <code>{reference}</code>
      <button type="button" onClick={() => set({ ...draft, from: `${draft.from}1` })}>
        Change
      </button>
      <button type="button" onClick={() => set(initial)}>
        Undo
      </button>
      <button type="button" onClick={clear}>
        Clear
      </button>
    </>
  )
}

describe('a draft', () => {
  beforeEach(() => sessionStorage.clear())
  const draft = () => JSON.parse(document.querySelector('output')?.textContent ?? '')
  const reference = () => document.querySelector('code')?.textContent
  const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))

  it('survives a reload, with the same reference', async () => {
    const { unmount } = await renderPage(() => <TestDraft />)
    await press('Change')
    const before = reference()
    unmount()
    await renderPage(() => <TestDraft />)
    expect(draft()).toEqual({ from: '1', note: '' })
    expect(reference()).toBe(before)
  })

  it('gets another reference when it changes, and its own again when it is as it was', async () => {
    await renderPage(() => <TestDraft />)
    const first = reference()
    await press('Change')
    expect(reference()).not.toBe(first)
    await press('Undo')
    expect(reference()).toBe(first)
  })

  it('is a new undertaking after it was cleared, even when it says the same', async () => {
    const { unmount } = await renderPage(() => <TestDraft />)
    await press('Change')
    const paid = reference()
    await press('Clear')
    expect(draft()).toEqual(initial)
    await press('Change')
    expect(reference()).not.toBe(paid)
    unmount()
  })

  it('has what a newer version added, and survives what nobody can read', async () => {
    sessionStorage.setItem('multi-console.draft.transfer', '{"from":"7"}')
    const { unmount } = await renderPage(() => <TestDraft />)
    expect(draft()).toEqual({ from: '7', note: '' })
    unmount()
    sessionStorage.setItem('multi-console.draft.transfer', '{"fro')
    await renderPage(() => <TestDraft />)
    expect(draft()).toEqual(initial)
  })

  it('is forgotten at sign-out, and nothing else is', async () => {
    sessionStorage.setItem('other', 'stays')
    await renderPage(() => <TestDraft />)
    await press('Change')
    clearDrafts()
    expect(Object.keys(sessionStorage)).toEqual(['other'])
  })
})
