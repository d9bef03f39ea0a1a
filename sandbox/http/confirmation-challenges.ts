import type { Hono } from 'hono'
import {
  multipleSCAChallenge,
  multipleSCAChallengePush,
  multipleSCAVerify,
} from '../../contract/confirmation-challenges'
import { confirmByCode, confirmByPush, verifyList } from '../domain/challenges/confirm-list'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function confirmationRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, multipleSCAChallenge, (ctx, { body }) => confirmByCode(ctx, body))
  mount(app, sandbox, multipleSCAVerify, (ctx, { params, body }) =>
    verifyList(ctx, { challengeId: params.scaChallengeId, resource: body.resourceType, code: body.verificationCode }),
  )
  mount(app, sandbox, multipleSCAChallengePush, (ctx, { params, body }) => confirmByPush(ctx, params.channel, body))
}
