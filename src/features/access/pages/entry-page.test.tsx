import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderPage } from '@/components/test-page'
import type { EntryStep } from '../way-in'
import { EntryPage } from './entry-page'

const email = 'nora@quill.example'
const id = (n: string) => ({ type: 'CORPORATE', id: n })
const choice = {
  kind: 'choice',
  email,
  identities: [
    { id: id('1'), name: 'Harbour Freight Ltd' },
    { id: id('2'), name: 'Lighthouse Studio Ltd' },
  ],
}
const phone = (state: string) => ({ kind: 'phone', email, state, expiresAt: 300_000, now: 0 })
const session = {
  person: { credentials: { type: 'USER', id: '7' }, name: 'Nora', email },
  identity: { id: id('2'), name: 'Lighthouse Studio Ltd' },
  access: { role: { id: 'owner', name: 'Owner' }, permissions: [], limits: [], zone: 'UTC' },
  steppedUp: true,
  idleDeadline: 2,
  now: 1,
}
const refusal = (status: number, errorCode: string, headers = {}) => Response.json({ errorCode }, { status, headers })
let entry: object | undefined
let answers: Record<string, () => Response>
let sent: [string, unknown][]
const onSession = vi.fn()
const onStep = vi.fn()

beforeEach(() => {
  vi.clearAllMocks()
  entry = undefined
  answers = {}
  sent = []
  vi.stubGlobal('fetch', async (url: string, { method = 'GET', body }: RequestInit) => {
    const call = `${method} ${url.replace('/api/console', '')}`
    if (call === 'GET /entry') return Response.json({ entry })
    sent.push([call, body === undefined ? undefined : JSON.parse(String(body))])
    return answers[call]?.() ?? Response.json({ session })
  })
})
afterEach(() => vi.unstubAllGlobals())

async function show(step: EntryStep) {
  await renderPage(() => <EntryPage {...{ step, onSession, onStep }} phone={null} />)
  await waitFor(() => expect(screen.queryByText('Loading your sign-in')).toBeNull())
}
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))

describe('a step of signing in', () => {
  it('is what waits, whatever the address names; and the first one where nothing does', async () => {
    entry = choice
    await show('password')
    await waitFor(() => expect(onStep).toHaveBeenCalledWith('identity'))
    expect(screen.getByRole('button', { name: 'Harbour Freight Ltd' })).toBe(document.activeElement)
    entry = undefined
    await show('password')
    await waitFor(() => expect(onStep).toHaveBeenCalledWith('first'))
  })

  it('goes into the identity that is chosen', async () => {
    entry = choice
    await show('identity')
    await press('Lighthouse Studio Ltd')
    expect(sent).toEqual([['POST /entry/identity', { identity: id('2') }]])
    await waitFor(() => expect(onSession).toHaveBeenCalledWith(session))
  })

  it('says that it has run out, and begins again', async () => {
    entry = choice
    answers['POST /entry/identity'] = () => refusal(409, 'ENTRY_OVER')
    await show('identity')
    await press('Lighthouse Studio Ltd')
    expect((await screen.findByRole('alert')).textContent).toContain('This sign-in has run out.')
    await press('Begin again')
    await waitFor(() => expect(onStep).toHaveBeenCalledWith('first'))
  })

  it('is given up for somebody else', async () => {
    entry = choice
    answers['DELETE /entry'] = () => new Response(null, { status: 204 })
    await show('identity')
    await press('Sign in as somebody else')
    await waitFor(() => expect(onStep).toHaveBeenCalledWith('first'))
  })
})

describe('signing in by phone', () => {
  const ask = async () => {
    fireEvent.change(screen.getByLabelText('E-mail address'), { target: { value: ` ${email} ` } })
    await press('Ask my phone')
  }

  it('asks, and waits for as long as the gateway says', async () => {
    answers['POST /entry/phone'] = () => Response.json({ entry: phone('WAITING') })
    await show('phone')
    await ask()
    expect(sent).toEqual([['POST /entry/phone', { email }]])
    expect((await screen.findByRole('timer')).textContent).toMatch(/^The question stands for (5:00|4:59)$/)
  })

  it.each([
    [() => refusal(409, 'CHANNEL_NOT_REGISTERED'), /No phone is linked to this address/],
    [() => refusal(423, 'LOCKED', { 'retry-after': '600' }), /opens again at \d\d:\d\d/],
    [() => refusal(429, 'TOO_MANY', { 'retry-after': '40' }), /Try again in 40 seconds/],
  ])('keeps the address where nobody was asked (%#)', async (answer, words) => {
    answers['POST /entry/phone'] = answer
    await show('phone')
    await ask()
    expect((await screen.findByRole('alert')).textContent).toMatch(words)
    expect(screen.getByLabelText<HTMLInputElement>('E-mail address').value).toContain(email)
  })

  it('goes in once the phone has approved, and may be tried again where that fails', async () => {
    entry = phone('APPROVED')
    answers['POST /entry/finish'] = () => new Response(null, { status: 502 })
    await show('phone')
    expect(await screen.findByText(/could not be finished/)).toBeTruthy()
    delete answers['POST /entry/finish']
    await press('Try again')
    await waitFor(() => expect(onSession).toHaveBeenCalledTimes(1))
  })

  it('tells a no, and asks the same phone again', async () => {
    entry = phone('DECLINED')
    answers['POST /entry/phone'] = () => Response.json({ entry: phone('WAITING') })
    await show('phone')
    expect((await screen.findByRole('alert')).textContent).toContain('Your phone said no')
    await press('Ask my phone again')
    expect(sent).toEqual([['POST /entry/phone', { email }]])
    expect(await screen.findByText('Look at your phone')).toBeTruthy()
  })
})
