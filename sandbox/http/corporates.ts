import type { Hono } from 'hono'
import { consumerGet } from '../../contract/consumers'
import { corporateGet, corporateKybGet } from '../../contract/corporates'
import { refuse } from '../domain/context'
import { readCorporate, readKyb } from '../domain/identities/read-corporate'
import type { Sandbox } from '../sandbox'
import { mount } from './mount'

export function corporateRoutes(app: Hono, sandbox: Sandbox): void {
  mount(app, sandbox, corporateGet, readCorporate)
  mount(app, sandbox, corporateKybGet, readKyb)
  // No world has consumers yet: whoever asks is a corporate.
  mount(app, sandbox, consumerGet, async () => refuse('NOT_FOUND'))
}
