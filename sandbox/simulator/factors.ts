import type { Hono } from 'hono'
import { simulateVerifyExpired, simulateVerifyInvalid, simulateVerifySuccess } from '../../contract/simulator/factors'
import { answerPush, type PhoneAnswer } from '../domain/challenges/answer-push'
import { done } from '../domain/context'
import { resumePurchases } from '../effects/pay-by-card'
import type { Sandbox } from '../sandbox'
import { simulateInSteps } from './simulate'

type Named = { params: { credentials_id: string; challenge_id: string } }

export function factorSimulator(app: Hono, sandbox: Sandbox): void {
  const answer = async ({ params }: Named, status: PhoneAnswer['status']) => {
    const { credentials_id: credentialId, challenge_id: challengeId } = params
    const answered = await sandbox.run((ctx) => answerPush(ctx, sandbox.keys, { credentialId, challengeId, status }))
    if (!answered.ok) return { code: 'DENIED' as const }
    // The platform may have to be asked about a purchase, which no transaction can wait for.
    await resumePurchases(sandbox, credentialId)
    return { code: 'COMPLETED' as const, ...answered.value }
  }
  simulateInSteps(app, simulateVerifySuccess, async (input) => done(await answer(input, 'VERIFIED')))
  simulateInSteps(app, simulateVerifyInvalid, async (input) => done(await answer(input, 'DECLINED')))
  simulateInSteps(app, simulateVerifyExpired, async (input) => done(await answer(input, 'EXPIRED')))
}
