import type { Hono } from 'hono'
import { simulateVerifyExpired, simulateVerifyInvalid, simulateVerifySuccess } from '../../contract/simulator/factors'
import { answerPush, type PhoneAnswer } from '../domain/challenges/answer-push'
import { type Ctx, done } from '../domain/context'
import type { Sandbox } from '../sandbox'
import { simulate } from './simulate'

type Named = { params: { credentials_id: string; challenge_id: string } }

export function factorSimulator(app: Hono, sandbox: Sandbox): void {
  const answer = async (ctx: Ctx, { params }: Named, status: PhoneAnswer['status']) => {
    const { credentials_id: credentialId, challenge_id: challengeId } = params
    const answered = await answerPush(ctx, sandbox.keys, { credentialId, challengeId, status })
    return answered.ok ? { code: 'COMPLETED' as const, ...answered.value } : { code: 'DENIED' as const }
  }
  simulate(app, sandbox, simulateVerifySuccess, async (ctx, input) => done(await answer(ctx, input, 'VERIFIED')))
  simulate(app, sandbox, simulateVerifyInvalid, async (ctx, input) => done(await answer(ctx, input, 'DECLINED')))
  simulate(app, sandbox, simulateVerifyExpired, async (ctx, input) => done(await answer(ctx, input, 'EXPIRED')))
}
