import { describe, expect, it, vi } from 'vitest'
import { judgeEnrolment } from './enrol-phone-messages'
import { createOneTimeCode } from './one-time-code'

const lifetime = 300_000

function setup(sentBefore?: number) {
  let now = 1_000_000
  let remembered = sentBefore
  const send = vi.fn(() => Promise.resolve())
  const check = vi.fn((_: string) => Promise.resolve())
  const memory = {
    at: () => remembered,
    remember: (at: number) => {
      remembered = at
    },
    forget: () => {
      remembered = undefined
    },
  }
  const code = createOneTimeCode({ send, check, judge: judgeEnrolment, memory, lifetime, now: () => now })
  return { code, send, check, remembered: () => remembered, pass: (ms: number) => (now += ms) }
}
const refusal = (status: number, code: string) => Promise.reject({ status, code })

describe('a code', () => {
  it('is sent once, however often the page opens and the button is pressed', async () => {
    const { code, send } = setup()
    code.begin('wait')
    expect(send).not.toHaveBeenCalled()
    await Promise.all([code.send(), code.send()])
    await code.send()
    expect(send).toHaveBeenCalledTimes(1)
    expect(code.get()).toMatchObject({ phase: 'ready', sentAt: 1_000_000 })
  })

  it('that was sent before a reload is taken up', () => {
    const { code, send } = setup(990_000)
    code.begin('send')
    code.begin('send')
    expect(send).not.toHaveBeenCalled()
    expect(code.get()).toMatchObject({ phase: 'ready', sentAt: 990_000 })
  })

  it('is sent again after 15 seconds, not before', async () => {
    const { code, send, pass } = setup()
    await code.send()
    pass(14_999)
    await code.send()
    expect(send).toHaveBeenCalledTimes(1)
    pass(1)
    await code.send()
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('can be mistyped, is warned of, and is used up by the last mistake; then another one is sent at once', async () => {
    const { code, check, send } = setup()
    await code.send()
    for (const wrong of ['VERIFICATION_CODE_INVALID', 'ONE_CHALLENGE_LIMIT_REMAINING']) {
      check.mockImplementationOnce(() => refusal(409, wrong))
      expect(await code.check('000000')).toBe(false)
      expect(code.get()).toMatchObject({ phase: 'ready', sentAt: 1_000_000, error: { code: wrong } })
    }
    check.mockImplementationOnce(() => refusal(409, 'CHALLENGE_LIMIT_EXCEEDED'))
    await code.check('000000')
    expect(code.get()).toMatchObject({ phase: 'ready', sentAt: undefined, error: { code: 'CHALLENGE_LIMIT_EXCEEDED' } })
    expect(await code.check('123456')).toBe(false)
    expect(check).toHaveBeenCalledTimes(3)
    await code.send()
    expect(send).toHaveBeenCalledTimes(2)
    expect(await code.check('123456')).toBe(true)
  })

  it('is too old after its time, whether anybody looks or not, and nobody is asked about it', async () => {
    const { code, check, pass, remembered } = setup()
    await code.send()
    pass(lifetime - 1)
    code.expire()
    expect(code.get().sentAt).toBeDefined()
    pass(1)
    expect(await code.check('123456')).toBe(false)
    expect(check).not.toHaveBeenCalled()
    expect(code.get()).toMatchObject({ sentAt: undefined, error: { code: 'VERIFICATION_CODE_EXPIRED' } })
    expect(remembered()).toBeUndefined()
  })

  it('may have been sent where no answer came', async () => {
    const { code, send } = setup()
    send.mockImplementationOnce(() => refusal(0, 'NETWORK'))
    await code.send()
    expect(code.get()).toMatchObject({ sentAt: 1_000_000, error: { code: 'NETWORK' } })
    expect(await code.check('123456')).toBe(true)
  })

  it('is not needed where the phone is registered already', async () => {
    const { code, send } = setup()
    send.mockImplementationOnce(() => refusal(409, 'CHANNEL_ALREADY_REGISTERED'))
    expect(await code.send()).toBe(true)
    expect(code.get().phase).toBe('done')
  })
})
