import type { Hono } from 'hono'
import * as stepUp from '../../contract/step-up-challenges'
import { issueStepUp, issueStepUpPush, verifyStepUp } from '../domain/challenges/step-up'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function stepUpRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, stepUp.stepupSCAChallenge, issueStepUp)
  mount(app, sandbox, stepUp.stepupSCAVerify, (ctx, { body }) => verifyStepUp(ctx, body.verificationCode))
  mount(app, sandbox, stepUp.stepupSCAChallengePush, (ctx, { params }) => issueStepUpPush(ctx, params.channel))
}
