import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderPage } from '@/components/test-page'
import { forgetStepUp } from '../held-step-up'
import { StepUpForm } from './step-up-form'

const push = { type: 'BIOMETRIC', status: 'ACTIVE', channel: 'BIOMETRIC' }
const refusal = (status: number, errorCode: string) => Response.json({ errorCode }, { status })
const onDone = vi.fn()
const onSignInAgain = vi.fn()
let answers: Record<string, () => Response>
let sent: string[]

beforeEach(() => {
  sessionStorage.clear()
  vi.clearAllMocks()
  sent = []
  answers = {}
  vi.stubGlobal('fetch', async (url: string, { method = 'GET' }: RequestInit) => {
    const call = `${method} ${url.replace(/^\/api\/(multi|console)/, '')}`
    sent.push(call)
    if (answers[call]) return answers[call]()
    return call === 'GET /authentication_factors' ? Response.json({ factors: [] }) : new Response(null, { status: 204 })
  })
})
afterEach(() => {
  forgetStepUp()
  vi.unstubAllGlobals()
})

const show = () =>
  renderPage(() => (
    <StepUpForm
      onDone={onDone}
      onLeave={{ label: 'Do this later', act: vi.fn() }}
      onSignInAgain={onSignInAgain}
      phone={<p>the phone</p>}
    />
  ))
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const type = (value: string) =>
  act(async () => fireEvent.change(screen.getByLabelText('Six-digit code'), { target: { value } }))

describe('proving that it is the person', () => {
  it('says until when the code is good, and after a wrong one how many tries are left at most', async () => {
    await show()
    expect(await screen.findByText(/It can be entered until \d\d:\d\d\./)).toBeTruthy()
    answers['POST /stepup/challenges/otp/SMS/verify'] = () => refusal(409, 'VERIFICATION_CODE_INVALID')
    await type('000000')
    await press('Confirm')
    expect((await screen.findByRole('alert')).textContent).toContain('You have at most 4 tries left.')
    expect(screen.queryByRole('button', { name: 'Ask my phone instead' })).toBeNull()
  })

  it('has whoever has no phone register one, and goes on where they were', async () => {
    answers['POST /stepup/challenges/otp/SMS'] = () => refusal(409, 'CHANNEL_NOT_REGISTERED')
    await show()
    expect(await screen.findByText('No phone is registered for your sign-in yet')).toBeTruthy()
    await press('Send the code')
    await screen.findByLabelText('Six-digit code')
    await type('123456')
    await press('Register this phone')
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1))
    expect(sent).toContain('POST /authentication_factors/otp/SMS/verify')
  })

  it('asks a linked phone instead, and is done when it says yes', async () => {
    let state = 'WAITING'
    answers['GET /authentication_factors'] = () => Response.json({ factors: [push] })
    answers['POST /stepup/challenges/push/BIOMETRIC'] = () => Response.json({ id: '7' })
    answers['GET /session/step-up'] = () => Response.json({ state, expiresAt: 300_000, now: 0 })
    await show()
    await screen.findByRole('button', { name: 'Ask my phone instead' })
    await press('Ask my phone instead')
    expect(await screen.findByText('Look at your phone')).toBeTruthy()
    expect(screen.getByText('the phone')).toBeTruthy()
    expect((await screen.findByRole('timer')).textContent).toMatch(/The question stands for (5:00|4:59)/)
    expect(onDone).not.toHaveBeenCalled()
    state = 'VERIFIED'
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1), { timeout: 4000 })
  })

  it.each([
    ['DECLINED', 'Your phone said no'],
    ['EXPIRED', 'Nobody answered in time'],
  ])('tells that the phone has %s, and leads back to the code', async (state, words) => {
    answers['GET /authentication_factors'] = () => Response.json({ factors: [push] })
    answers['POST /stepup/challenges/push/BIOMETRIC'] = () => Response.json({ id: '7' })
    answers['GET /session/step-up'] = () => Response.json({ state, expiresAt: 300_000, now: 0 })
    await show()
    await screen.findByRole('button', { name: 'Ask my phone instead' })
    await press('Ask my phone instead')
    expect(await screen.findByText(words)).toBeTruthy()
    answers['POST /stepup/challenges/push/BIOMETRIC'] = () => refusal(409, 'CHALLENGE_LIMIT_EXCEEDED')
    await press('Ask my phone again')
    expect(await screen.findByText('Your phone was not asked')).toBeTruthy()
    await press('Enter a code instead')
    expect(screen.getByLabelText('Six-digit code')).toBeTruthy()
  })
})
