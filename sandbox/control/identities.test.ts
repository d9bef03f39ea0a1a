import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { registerApprovedCorporate } from '../domain/identities/register-corporate'
import { createSandbox, type RunningSandbox } from '../index'
import { freshStore } from '../testing/front-door'

const json = { 'content-type': 'application/json' }
const options = { secret: Buffer.alloc(32, 1), apiKey: 'key', uiKey: 'ui', secureOrigin: 'http://localhost:4000' }

onEachEngine('identities in the control plane', (openStore) => {
  const fresh = freshStore(openStore)
  let running: RunningSandbox
  let id: string
  beforeEach(async () => {
    running = await createSandbox({ ...options, store: await fresh() })
    const made = await running.sandbox.run((ctx) =>
      registerApprovedCorporate(ctx, {
        profileId: '1001',
        company: { name: 'Alder Ltd', type: 'LLC', countryOfRegistration: 'GB' },
        ipAddress: '192.0.2.1',
        baseCurrency: 'EUR',
        rootUser: {
          name: 'Ada',
          surname: 'Byron',
          email: 'ada@alder.example',
          mobile: { countryCode: '+44', number: '7700900101' },
          password: 'Sandbox-2026!',
        },
      }),
    )
    id = made.identityId
  })
  async function ask(method: string, path: string, body?: object) {
    const init = { method, headers: json, ...(body && { body: JSON.stringify(body) }) }
    const response = await running.control.request(path, init)
    return { status: response.status, body: await response.json() }
  }

  test('are listed, reviewed, and switched off and on', async () => {
    expect((await ask('GET', '/identities')).body.identities).toMatchObject([
      { id, type: 'CORPORATE', name: 'Alder Ltd', email: 'ada@alder.example', active: true, status: 'APPROVED' },
    ])
    const review = (body: object) => ask('POST', `/identities/${id}/review`, body)
    const request = {
      outcome: 'DOCUMENTS_REQUESTED',
      details: ['EXPIRED_KYC_DOCUMENTS'],
      comment: 'A new passport, please.',
    }
    expect(await review(request)).toEqual({ status: 200, body: { status: 'APPROVED', ongoing: 'INITIATED' } })
    expect((await review({ outcome: 'PENDING_REVIEW' })).status).toBe(200)
    expect(await review({ outcome: 'PENDING_REVIEW' })).toEqual({ status: 409, body: { errorCode: 'STATE_INVALID' } })
    expect((await review({ outcome: 'MAYBE' })).status).toBe(400)
    expect((await ask('POST', '/identities/1/review', { outcome: 'APPROVED' })).status).toBe(404)
    expect((await ask('POST', `/identities/${id}/deactivate`, { reasonCode: 'ACCOUNT_CLOSURE' })).status).toBe(200)
    expect((await ask('GET', '/identities')).body.identities).toMatchObject([{ active: false }])
    expect((await ask('POST', `/identities/${id}/activate`, {})).status).toBe(200)
    expect((await ask('POST', `/identities/${id}/activate`, {})).status).toBe(409)
    expect((await ask('POST', `/identities/${id}/managed-onboarding`, { pending: true })).status).toBe(409)
  })

  test('have directors who are named, let in and reviewed', async () => {
    const owner = { type: 'UBO', firstName: 'Owen', lastName: 'Ashe', email: 'owen@alder.example' }
    const { body } = await ask('POST', `/identities/${id}/directors`, owner)
    expect((await ask('GET', `/identities/${id}/directors`)).body.directors).toMatchObject([
      { firstName: 'Ada', status: 'APPROVED' },
      { id: body.id, ...owner, status: 'INITIATED' },
    ])
    const started = await ask('POST', `/directors/${body.id}/start`, {})
    expect(started).toMatchObject({ status: 200, body: { reference: expect.any(String) } })
    expect((await ask('POST', `/directors/${body.id}/review`, { outcome: 'APPROVED' })).status).toBe(200)
    expect((await ask('POST', `/directors/${body.id}/start`, {})).status).toBe(409)
    expect((await ask('POST', '/directors/1/review', { outcome: 'APPROVED' })).status).toBe(404)
  })
})
