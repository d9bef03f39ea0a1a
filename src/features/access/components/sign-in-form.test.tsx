import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useRef, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SecureHandle } from '@/components/secure/secure-field'
import { SignInForm } from './sign-in-form'

/** Stands in for the vendor's script, which a page loads once: a field whose value only the test knows. */
function fakeSecureClient() {
  let listeners = new Map<string, (detail: unknown) => void>()
  let tokens = 0
  const clear = vi.fn(() => listeners.get('change')?.({ empty: true }))
  globalThis.OpcUxSecureClient = {
    init: vi.fn(),
    form: () => {
      listeners = new Map()
      return {
        input: () => ({
          mount: () => listeners.get('ready')?.(undefined),
          destroy: vi.fn(),
          focus: vi.fn(),
          clear,
          on: (event, listener) => {
            listeners.set(event, listener)
          },
        }),
        tokenize: (ok) => {
          tokens += 1
          ok({ password: `token-${tokens}` })
        },
      }
    },
  }
  return {
    clear,
    reset: () => {
      tokens = 0
      clear.mockClear()
    },
    type: () => listeners.get('change')?.({ empty: false, valid: true }),
    enter: () => listeners.get('submit')?.(undefined),
  }
}

const field = fakeSecureClient()
const session = {
  person: { credentials: { type: 'ROOT', id: '1' }, name: 'Ada', email: 'a@b.cd' },
  idleDeadline: 2,
  now: 1,
}
let sent: unknown[]
let answers: Response[]

beforeEach(() => {
  sent = []
  answers = []
  field.reset()
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)))
    return answers.shift() ?? Response.json(session)
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

type FormProps = { onSignedIn: (session: unknown) => void; onStep: (step: string) => void }

function Form(ways: FormProps) {
  const [email, setEmail] = useState('')
  const password = useRef<SecureHandle>(null)
  return <SignInForm email={email} onEmail={setEmail} focus="email" password={password} {...ways} />
}

async function start() {
  const onSignedIn = vi.fn()
  const onStep = vi.fn()
  render(<Form onSignedIn={onSignedIn} onStep={onStep} />)
  await waitFor(() => expect(screen.getByRole('group', { name: 'Password' }).getAttribute('aria-busy')).toBeNull())
  const write = (text: string) => fireEvent.change(screen.getByLabelText('E-mail address'), { target: { value: text } })
  const press = () => fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  return { onSignedIn, onStep, write, press }
}

describe('sign-in form', () => {
  it('sends the e-mail and a token, never more', async () => {
    const { onSignedIn, write, press } = await start()
    write(' ada@northwind.example ')
    field.type()
    press()
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledWith(session))
    expect(sent).toEqual([{ email: 'ada@northwind.example', password: { value: 'token-1' } }])
  })

  it('signs in once on Enter in the protected field and a press at the same time', async () => {
    const { onSignedIn, write, press } = await start()
    write('ada@northwind.example')
    field.type()
    field.enter()
    press()
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledTimes(1))
    expect(sent).toHaveLength(1)
  })

  it('says what is missing before it asks anybody', async () => {
    const { press } = await start()
    press()
    expect(screen.getByText('Enter the e-mail address of your sign-in.')).toBeTruthy()
    expect(screen.getByText('Enter your password.')).toBeTruthy()
    expect(sent).toEqual([])
  })

  it.each([
    [403, { code: 'CREDENTIALS_REFUSED', message: '' }, /not right/],
    [409, { code: 'PASSWORD_TOKEN_EXPIRED', message: '' }, /took too long/],
    [423, { code: 'LOCKED', message: '' }, /locked for a while/],
    [423, undefined, /locked for a while/],
    [500, undefined, /HTTP_500/],
  ])('says why nobody was signed in (%s), and takes a new token for the next try', async (status, body, sentence) => {
    const { onSignedIn, write, press } = await start()
    answers = [new Response(body && JSON.stringify(body), { status })]
    write('ada@northwind.example')
    field.type()
    press()
    expect((await screen.findByRole('alert')).textContent).toMatch(sentence)
    expect(field.clear).toHaveBeenCalled()
    field.type()
    press()
    await waitFor(() => expect(onSignedIn).toHaveBeenCalled())
    expect(sent[1]).toMatchObject({ password: { value: 'token-2' } })
  })

  it.each([
    ['IDENTITY_CHOICE', 'identity'],
    ['PASSWORD_EXPIRED', 'password'],
  ])('goes on with the step that waits (%s)', async (code, step) => {
    const { onSignedIn, onStep, write, press } = await start()
    answers = [Response.json({ code, message: '' }, { status: 409 })]
    write('ada@northwind.example')
    field.type()
    press()
    await waitFor(() => expect(onStep).toHaveBeenCalledWith(step))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(onSignedIn).not.toHaveBeenCalled()
  })

  it('says by the clock on the wall when a locked sign-in opens, and how long that is', async () => {
    const { write, press } = await start()
    answers = [Response.json({ code: 'LOCKED', message: '' }, { status: 423, headers: { 'retry-after': '1800' } })]
    write('ada@northwind.example')
    field.type()
    press()
    const opens = new Date(Date.now() + 1_800_000).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
    expect((await screen.findByRole('alert')).textContent).toContain(`opens again at ${opens}`)
    expect(screen.getByRole('timer').textContent).toMatch(/^Opens in (30:00|29:59)$/)
  })
})
