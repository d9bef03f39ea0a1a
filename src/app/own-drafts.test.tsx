import { beforeEach, expect, it } from 'vitest'
import { ownDrafts } from './own-drafts'

const draft = 'multi-console.draft.transfer'
const ada = 'CORPORATE 1 ROOT 2'

beforeEach(() => {
  sessionStorage.clear()
  sessionStorage.setItem(draft, '{"amount":"1000"}')
})

it('keeps what was typed before anybody was known, and by the same person', () => {
  ownDrafts(ada)
  ownDrafts(ada)
  expect(sessionStorage.getItem(draft)).not.toBeNull()
})

it('lets go of what was typed as another identity', () => {
  ownDrafts(ada)
  ownDrafts('CORPORATE 3 USER 4')
  expect(sessionStorage.getItem(draft)).toBeNull()
})
