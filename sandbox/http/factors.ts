import type { Hono } from 'hono'
import * as factors from '../../contract/authentication-factors'
import { finishOtpEnrolment, startOtpEnrolment } from '../domain/factors/enrol-otp'
import { listFactors } from '../domain/factors/list-factors'
import { enrolPush, unlinkPush } from '../domain/factors/push'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function factorRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, factors.authFactorsGet, listFactors)
  mount(app, sandbox, factors.enrolDeviceUsingOtpStepOne, startOtpEnrolment)
  mount(app, sandbox, factors.enrolDeviceUsingOtpStepTwo, (ctx, { body }) =>
    finishOtpEnrolment(ctx, body.verificationCode),
  )
  mount(app, sandbox, factors.enrolDeviceUsingPush, (ctx, { params }) => enrolPush(ctx, params.channel))
  mount(app, sandbox, factors.unlinkDeviceUsingPush, (ctx, { params }) => unlinkPush(ctx, params.channel))
}
