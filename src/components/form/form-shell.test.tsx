import { useMutation } from '@tanstack/react-query'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { useForm } from 'react-hook-form'
import { describe, expect, it, vi } from 'vitest'
import { renderPage } from '../test-page'
import { FormShell } from './form-shell'
import { MoneyField } from './money-field'
import { TextField } from './text-field'

type Failing = { status: number; code: string; fields?: Record<string, string>; requestRef?: string }

class CallFailed extends Error {
  readonly status: number
  readonly code: string
  readonly fields: Record<string, string>
  readonly requestRef: string | undefined
  constructor({ status, code, fields = {}, requestRef }: Failing) {
    super(code)
    this.status = status
    this.code = code
    this.fields = fields
    this.requestRef = requestRef
  }
}

type Values = { friendlyName: string; amount: string }
const send = vi.fn<(values: Values) => Promise<string>>()
const onDone = vi.fn<(result: string) => void>()

function TestForm() {
  const form = useForm<Values>({ defaultValues: { friendlyName: 'Rent', amount: '' } })
  const mutation = useMutation({ mutationFn: send })
  return (
    <FormShell
      title="New thing"
      form={form}
      mutation={mutation}
      toVariables={(values) => values}
      onDone={onDone}
      submitLabel="Create"
      cancelTo={{ to: '/transfers' }}
      sentences={{ TOO_POOR: 'There is not enough money.', NAME_TAKEN: 'There is one of this name.' }}
      owners={{ NAME_TAKEN: 'friendlyName' }}
    >
      <TextField name="friendlyName" label="Name" required />
      <MoneyField name="amount" label="Amount" currency="EUR" />
    </FormShell>
  )
}

const open = async () => {
  send.mockReset()
  onDone.mockReset()
  return renderPage(() => <TestForm />)
}
const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const submit = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Create' })))

describe('FormShell', () => {
  it('sends what was typed, once, and hands on the result', async () => {
    await open()
    let answer: (result: string) => void = () => {}
    send.mockImplementation(() => new Promise((resolve) => (answer = resolve)))
    type(/Name/, 'Salaries')
    const form = screen.getByRole('form', { name: 'New thing' })
    await act(async () => {
      fireEvent.submit(form)
      fireEvent.submit(form)
    })
    const button = screen.getByRole('button', { name: 'Create' })
    expect(button.getAttribute('aria-busy')).toBe('true')
    await submit()
    expect(send).toHaveBeenCalledTimes(1)
    expect(send.mock.calls[0]?.[0]).toEqual({ friendlyName: 'Salaries', amount: '' })
    await act(async () => answer('id 7'))
    expect(onDone).toHaveBeenCalledExactlyOnceWith('id 7')
  })

  it('puts a complaint on its field and the focus there', async () => {
    await open()
    send.mockRejectedValue(
      new CallFailed({ status: 400, code: 'INVALID_REQUEST', fields: { 'request.friendlyName': 'SIZE' } }),
    )
    await submit()
    const field = await screen.findByLabelText(/Name/)
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
    const complaint = document.getElementById(field.getAttribute('aria-describedby')?.split(' ')[0] ?? '')
    expect(complaint?.textContent).toBe('This is too short or too long.')
    expect(document.activeElement).toBe(field)
    expect(screen.getByRole('alert').textContent).toContain('Please check one field')
  })

  it('puts a refusal that is about one field there, and says it once', async () => {
    await open()
    send.mockRejectedValue(new CallFailed({ status: 409, code: 'NAME_TAKEN' }))
    await submit()
    const field = screen.getByLabelText(/Name/)
    await waitFor(() => expect(document.activeElement).toBe(field))
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getAllByText('There is one of this name.')).toHaveLength(1)
    expect(screen.getByRole('alert').textContent).not.toContain('There is one of this name.')
  })

  it('lists complaints about what is not on the form, with the reference', async () => {
    await open()
    send.mockRejectedValue(
      new CallFailed({
        status: 400,
        code: 'INVALID_REQUEST',
        fields: { 'request.profileId': 'REQUIRED' },
        requestRef: 'ref-42',
      }),
    )
    await submit()
    const summary = await screen.findByRole('alert')
    expect(summary.textContent).toContain('profileId')
    expect(summary.textContent).toContain('This is needed.')
    expect(summary.textContent).toContain('ref-42')
    expect(summary.closest('[data-form-failure]')).toBe(document.activeElement)
  })

  it.each([
    [{ status: 409, code: 'TOO_POOR' }, 'There is not enough money.'],
    [{ status: 409, code: 'BRAND_NEW' }, 'This is not possible at the moment (BRAND_NEW).'],
    [{ status: 403, code: 'INSUFFICIENT_PERMISSIONS' }, 'You do not have the right to do this.'],
    [{ status: 404, code: 'HTTP_404' }, 'This does not exist, or it is not yours to see.'],
    [{ status: 423, code: 'HTTP_423' }, 'This is locked at the moment.'],
    [{ status: 429, code: 'HTTP_429' }, 'There were too many requests.'],
  ])('says %j in a sentence', async (failing, sentence) => {
    await open()
    send.mockRejectedValue(new CallFailed(failing))
    await submit()
    expect((await screen.findByRole('alert')).textContent).toContain(sentence)
  })

  it.each([
    [{ status: 0, code: 'NETWORK' }, 'No answer came, so we do not know whether this was carried out.'],
    [{ status: 503, code: 'HTTP_503' }, 'The service has a problem on its side, so we do not know whether'],
  ])('offers to check again with the same request after %j', async (failing, sentence) => {
    await open()
    send.mockRejectedValueOnce(new CallFailed(failing)).mockResolvedValueOnce('id 8')
    type(/Name/, 'Salaries')
    await submit()
    await screen.findByText('We do not know yet whether this went through')
    expect(screen.getByText(sentence, { exact: false })).toBeTruthy()
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Check again' })))
    expect(send.mock.calls[1]?.[0]).toBe(send.mock.calls[0]?.[0])
    expect(onDone).toHaveBeenCalledExactlyOnceWith('id 8')
  })

  it('says nothing when the person turned the call down', async () => {
    await open()
    send.mockRejectedValue(new CallFailed({ status: 403, code: 'STEP_UP_CANCELLED' }))
    await submit()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('sends nothing while a field is wrong, and goes to it', async () => {
    await open()
    type(/Amount/, '1,000')
    await submit()
    expect(send).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(screen.getByLabelText(/Amount/))
  })
})

describe('leaving a form', () => {
  const leave = () => act(async () => fireEvent.click(screen.getByRole('link', { name: 'Cancel' })))

  it('asks when something would be lost, and stays or goes as it is told', async () => {
    const { router } = await open()
    type(/Name/, 'Salaries')
    await leave()
    const dialog = screen.getByRole('alertdialog', { name: 'Leave without saving?' })
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Stay here' })))
    expect(dialog.isConnected).toBe(false)
    expect(router.state.location.pathname).toBe('/')
    expect(screen.getByLabelText<HTMLInputElement>(/Name/).value).toBe('Salaries')
    await leave()
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Leave' })))
    await screen.findByRole('heading', { name: 'Elsewhere' })
  })

  it('asks nothing when nothing was typed', async () => {
    await open()
    await leave()
    await screen.findByRole('heading', { name: 'Elsewhere' })
  })

  it('asks nothing once the server knows it', async () => {
    const { router } = await open()
    send.mockResolvedValue('id 9')
    onDone.mockImplementation(() => void router.navigate({ to: '/transfers' }))
    type(/Name/, 'Salaries')
    await submit()
    await screen.findByRole('heading', { name: 'Elsewhere' })
  })
})
