import type { Hono } from 'hono'
import * as z from 'zod'
import { getWebhook, listWebhooks, resendWebhook } from '../domain/outbox/read-webhooks'
import { complaints } from '../http/complaints'
import { badRequest } from '../http/respond'
import type { Sandbox } from '../sandbox'
import { changeSetting } from '../settings'
import { Address } from './address'
import { write } from './write'

const Query = z.object({
  event: z.string().optional(),
  status: z.enum(['PENDING', 'DELIVERED', 'FAILED', 'UNADDRESSED']).optional(),
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})

/** What was emitted to the platform, and where it goes; paths relative to `/__sandbox`. */
export function webhookControl(app: Hono, sandbox: Sandbox): void {
  const { settings, store } = sandbox
  write(app, '/webhook-address', Address, async ({ url }) => {
    await changeSetting(store, settings, 'webhookAddress', url)
    sandbox.wake.webhooks()
    return { url }
  })
  app.get('/webhooks', async (c) => {
    const query = Query.safeParse(c.req.query())
    if (query.success) return c.json(await sandbox.run((ctx) => listWebhooks(ctx, query.data)))
    const { fields, message } = complaints(query.error.issues, c.req.query())
    return badRequest(fields, message)
  })
  app.get('/webhooks/:id', async (c) => {
    const webhook = await sandbox.run((ctx) => getWebhook(ctx, c.req.param('id')))
    return webhook ? c.json(webhook) : c.json({ message: 'There is no such webhook.' }, 404)
  })
  app.post('/webhooks/:id/resend', async (c) => {
    const id = c.req.param('id')
    const known = await sandbox.run((ctx) => resendWebhook(ctx, id))
    return known ? c.json({ resent: id }) : c.json({ message: 'There is no such webhook.' }, 404)
  })
}
