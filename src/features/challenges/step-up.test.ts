import { describe, expect, it, vi } from 'vitest'
import { ApiError } from '@/api/client/api-error'
import { createStepUp } from './step-up'

function setup(sentBefore?: number) {
  let now = 1_000_000
  let known = { at: sentBefore ?? Number.NEGATIVE_INFINITY, sent: sentBefore === undefined ? 0 : 1, wrong: 0 }
  const issue = vi.fn(() => Promise.resolve())
  const verify = vi.fn((_: string) => Promise.resolve())
  const issued = {
    known: () => known,
    at: (at: number) => (at - known.at < 300_000 ? known.at : undefined),
    remember: (at: number) => {
      known = { at, sent: known.sent + 1, wrong: 0 }
    },
    wrong: () => {
      known = { ...known, wrong: known.wrong + 1 }
    },
    forget: () => {
      known = { at: Number.NEGATIVE_INFINITY, sent: 0, wrong: 0 }
    },
  }
  const stepUp = createStepUp({ issue, verify, issued, now: () => now })
  return { stepUp, issue, verify, issued, pass: (ms: number) => (now += ms), settled: () => new Promise(setImmediate) }
}

const refusal = (status: number, code: string) => Promise.reject(new ApiError(status, code))

describe('step-up', () => {
  it('sends one code however often it is begun', async () => {
    const { stepUp, issue, settled } = setup()
    stepUp.begin()
    stepUp.begin()
    await settled()
    stepUp.begin()
    expect(issue).toHaveBeenCalledTimes(1)
    expect(stepUp.get()).toMatchObject({ phase: 'ready', sentAt: 1_000_000 })
  })

  it('does not send another when this session was sent one that is still good', () => {
    const { stepUp, issue } = setup(990_000)
    stepUp.begin()
    expect(issue).not.toHaveBeenCalled()
    expect(stepUp.get()).toMatchObject({ phase: 'ready', sentAt: 990_000 })
  })

  it('sends again only after 15 seconds', async () => {
    const { stepUp, issue, pass, settled } = setup()
    stepUp.begin()
    await settled()
    pass(14_999)
    stepUp.sendAgain()
    expect(issue).toHaveBeenCalledTimes(1)
    pass(1)
    stepUp.sendAgain()
    await settled()
    expect(issue).toHaveBeenCalledTimes(2)
  })

  it.each([
    [409, 'CHALLENGE_LIMIT_EXCEEDED'],
    [400, 'INVALID_REQUEST'],
  ])('keeps the code that was sent when no more are sent (%s %s)', async (status, code) => {
    const { stepUp, issue, pass, settled } = setup()
    stepUp.begin()
    await settled()
    issue.mockImplementation(() => refusal(status, code))
    pass(20_000)
    stepUp.sendAgain()
    await settled()
    expect(stepUp.get()).toMatchObject({ phase: 'ready', maySendAgain: false, error: { code: 'NO_MORE_CODES' } })
    expect(await stepUp.check('123456')).toBe(true)
  })

  it('is over when no code was ever sent and none will be', async () => {
    const { stepUp, issue, settled } = setup()
    issue.mockImplementation(() => refusal(409, 'CHALLENGE_LIMIT_EXCEEDED'))
    stepUp.begin()
    await settled()
    expect(stepUp.get().phase).toBe('over')
  })

  it('goes on after a wrong code, warns before the last try and is over after it', async () => {
    const { stepUp, verify, settled } = setup()
    stepUp.begin()
    await settled()
    for (const [code, phase] of [
      ['VERIFICATION_CODE_INVALID', 'ready'],
      ['ONE_CHALLENGE_LIMIT_REMAINING', 'ready'],
      ['CHALLENGE_LIMIT_EXCEEDED', 'over'],
    ]) {
      verify.mockImplementationOnce(() => refusal(409, code ?? ''))
      expect(await stepUp.check('000000')).toBe(false)
      expect(stepUp.get()).toMatchObject({ phase, error: { code } })
    }
    expect(await stepUp.check('123456')).toBe(false)
    expect(verify).toHaveBeenCalledTimes(3)
  })

  it('takes "already verified" for what it is', async () => {
    const { stepUp, verify, settled } = setup()
    stepUp.begin()
    await settled()
    verify.mockImplementation(() => refusal(409, 'ALREADY_VERIFIED'))
    expect(await stepUp.check('123456')).toBe(true)
    expect(stepUp.get().phase).toBe('done')
  })

  it('offers one more code and no third one, also after a reload', async () => {
    const { stepUp, issue, pass, settled } = setup(990_000)
    stepUp.begin()
    expect(stepUp.get().maySendAgain).toBe(true)
    pass(15_000)
    stepUp.sendAgain()
    await settled()
    expect(stepUp.get().maySendAgain).toBe(false)
    pass(60_000)
    stepUp.sendAgain()
    await settled()
    expect(issue).toHaveBeenCalledTimes(1)
  })

  it('counts wrong codes, and anew with the next code', async () => {
    const { stepUp, verify, pass, settled } = setup()
    stepUp.begin()
    await settled()
    verify.mockImplementation(() => refusal(409, 'VERIFICATION_CODE_INVALID'))
    await stepUp.check('000000')
    await stepUp.check('000001')
    expect(stepUp.get().wrong).toBe(2)
    pass(15_000)
    stepUp.sendAgain()
    await settled()
    expect(stepUp.get().wrong).toBe(0)
  })

  it('is over when the last code has expired', async () => {
    const { stepUp, verify, pass, settled } = setup()
    stepUp.begin()
    await settled()
    pass(15_000)
    stepUp.sendAgain()
    await settled()
    pass(300_001)
    verify.mockImplementation(() => refusal(409, 'VERIFICATION_CODE_EXPIRED'))
    expect(await stepUp.check('123456')).toBe(false)
    expect(stepUp.get()).toMatchObject({ phase: 'over', error: { code: 'NO_MORE_CODES' } })
  })

  it('is done when another proof has stepped the session up', async () => {
    const { stepUp, settled } = setup()
    stepUp.begin()
    await settled()
    stepUp.passed()
    expect(stepUp.get().phase).toBe('done')
  })

  it('does not check twice at once', async () => {
    const { stepUp, verify, settled } = setup()
    stepUp.begin()
    await settled()
    const both = await Promise.all([stepUp.check('123456'), stepUp.check('123456')])
    expect(both).toEqual([true, false])
    expect(verify).toHaveBeenCalledTimes(1)
  })
})
