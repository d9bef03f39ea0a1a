import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { answerConfirmation } from '../domain/challenges/confirm'
import type { Actor } from '../domain/context'
import { bookDeposit } from '../domain/deposits/book-deposit'
import { runDue } from '../domain/due/run-due'
import { putFactor } from '../domain/factors/factor-rows'
import { returnWire } from '../domain/wires/return-wire'
import { simulatorApp } from '../simulator/app'
import { type Answer, type FrontDoor, field, keys, openFrontDoor } from '../testing/front-door'
import { openLanding } from '../testing/trust'
import { from, ibanEnding, swiftPayee, to, ukPayee } from '../testing/wires'

const RIGHT = '123456'
const SECOND = 1000

onEachEngine('outgoing wires by request', (open) => {
  let door: FrontDoor
  let actor: Actor
  let token: string
  let stranger: string
  let euros: string
  let dollars: string
  beforeAll(async () => {
    door = await openFrontDoor(await open())
    const [mine, theirs] = [await door.company(), await door.company()]
    ;[token, stranger] = [await door.session(mine), await door.session(theirs)]
    const { identityId, rootUserId: credentialId } = mine
    const who = { credentialId, credentialType: 'ROOT', identityId, identityType: 'CORPORATE' } as const
    actor = { ...who, tokenId: '1', tokenKind: 'ACCESS', steppedUp: true }
    await door.inTx((ctx) => putFactor(ctx, credentialId, 'SMS', 'ACTIVE'))
    await door.inTx((ctx) => putFactor(ctx, credentialId, 'AUTHY', 'ACTIVE'))
    ;[euros, dollars] = [await funded('EUR'), await funded('USD')]
  })
  afterAll(async () => {
    expect(door.problems).toEqual([])
    await door.close()
  })

  const funded = (currency: string) =>
    door.inTx(async (ctx) => {
      const accountId = await openLanding({ ...ctx, actor }, currency)
      const sender = { senderName: 'Sender', senderIban: '', reference: 'opening' }
      await bookDeposit(ctx, { accountId, currency, amount: 10_000_000, ...sender })
      return accountId
    })
  const post = async (path: string, body?: unknown, as = token) => door.call('POST', path, { token: as, body })
  const said = ({ status, body }: Answer) => (body as { errorCode?: string } | undefined)?.errorCode ?? status
  const order = (more: object = {}) => ({
    profileId: '3003',
    ...from(euros),
    transferAmount: { currency: 'EUR', amount: 5000 },
    description: 'Invoice 7',
    ...to({ name: 'Blue Harbour GmbH', iban: ibanEnding(1) }),
    ...more,
  })
  const inDollars = (more: object = {}) =>
    order({
      ...from(dollars),
      transferAmount: { currency: 'USD', amount: 5000 },
      ...to(swiftPayee),
      purpose: 'Goods',
      ...more,
    })
  const create = (body: object) => post('/outgoing_wire_transfers', body)
  const made = async (body: object = inDollars()) => field(await create(body), 'id')
  const read = (id: string) => door.call('GET', `/outgoing_wire_transfers/${id}`, { token })
  const stateOf = async (id: string) => field(await read(id), 'state')
  const act = (id: string, what: string, body?: unknown) => post(`/outgoing_wire_transfers/${id}/${what}`, body)
  const settle = async (id: string, verdict: 'accept' | 'reject') => {
    const response = await simulatorApp(door.sandbox).request(`/wiretransfers/outgoing/${id}/${verdict}`, {
      method: 'POST',
      headers: { 'programme-key': keys.apiKey },
    })
    return ((await response.json()) as { code: string }).code
  }
  const print = async (id: string) =>
    door.multi.request(`/outgoing_wire_transfers/${id}/payment_confirmation`, {
      headers: { 'api-key': keys.apiKey, authorization: `Bearer ${token}` },
    })
  /** Confirmed by one code, as the console does it. */
  const confirm = async (...resourceIds: string[]) => {
    const resourceType = 'outgoing_wire_transfers'
    const challenge = field(await post('/challenges/otp/SMS', { resourceType, resourceIds }), 'scaChallengeId')
    return said(await post(`/challenges/${challenge}/otp/SMS/verify`, { resourceType, verificationCode: RIGHT }))
  }

  it('goes from the order to its printed confirmation', async () => {
    const created = await create(order())
    expect(created).toMatchObject({
      status: 200,
      body: { state: 'PENDING_CONFIRMATION', destination: { name: 'Blue Harbour GmbH', iban: ibanEnding(1) } },
    })
    const id = field(created, 'id')
    const accepted = await door.call('PATCH', `/outgoing_wire_transfers/${id}`, {
      token,
      body: { acceptVerifiedName: true },
    })
    expect(accepted).toMatchObject({ status: 200, body: { destination: { name: 'Blue Harbour GmbH Ltd' } } })
    expect(await act(id, 'confirm')).toMatchObject({ status: 200, body: { state: 'PENDING_CHALLENGE' } })
    expect(said(await act(id, 'confirm'))).toBe('INVALID_STATE')
    expect(await confirm(id)).toBe(204)
    expect(await stateOf(id)).toBe('SUBMITTED')
    expect(await (await print(id)).json()).toEqual({ errorCode: 'TRANSFER_NOT_COMPLETED' })
    expect(await settle(id, 'accept')).toBe('COMPLETED')
    expect(await settle(id, 'reject')).toBe('DENIED_WIRE_TRANSFER_ALREADY_COMPLETED')
    expect(await settle('404', 'accept')).toBe('DENIED_WIRE_TRANSFER_NOT_FOUND')
    const paper = await print(id)
    expect(paper.headers.get('content-type')).toBe('application/pdf')
    const words = await paper.text()
    expect(words).toMatch(/^%PDF-1\.4\n/)
    expect(words).toContain('(Blue Harbour GmbH Ltd)')
    expect(words).toContain('(EUR 50.00)')
    await door.inTx((ctx) => returnWire(ctx, id, 'Account closed (sorry)'))
    expect(await (await print(id)).text()).toContain('(Account closed \\(sorry\\))')
  })

  it('shows nobody else’s, and nothing that is not there', async () => {
    const id = await made()
    for (const as of [token, stranger]) {
      const path = `/outgoing_wire_transfers/${as === token ? '404' : id}`
      expect((await door.call('GET', path, { token: as })).status).toBe(404)
      expect((await post(`${path}/confirm`, undefined, as)).status).toBe(404)
      expect((await post(`${path}/cancel`, {}, as)).status).toBe(404)
      expect((await door.call('PATCH', path, { token: as, body: { name: 'X' } })).status).toBe(404)
      expect((await door.call('GET', `${path}/payment_confirmation`, { token: as })).status).toBe(404)
      expect((await post(`${path}/challenges/otp/SMS`, undefined, as)).status).toBe(404)
    }
    const list = await door.call('GET', '/outgoing_wire_transfers', { token: stranger })
    expect(list.body).toEqual({ transfer: [], count: 0, responseCount: 0 })
  })

  it('moves money once for one reference', async () => {
    const small = inDollars({ transferAmount: { currency: 'USD', amount: 1000 } })
    const once = () => door.call('POST', '/outgoing_wire_transfers', { token, body: small, ref: 'wire-1' })
    const [first, second] = [await once(), await once()]
    expect(first).toMatchObject({ status: 200, body: { state: 'SUBMITTED', challengeExemptionReason: 'LOW_VALUE' } })
    expect(second.body).toEqual(first.body)
  })

  it('says of a malformed order which field is wrong', async () => {
    const cases: [object, string][] = [
      [{ sourceInstrument: { type: 'managed_cards', id: euros } }, 'request.sourceInstrument.type'],
      [{ transferAmount: { currency: 'EUR', amount: 1.5 } }, 'request.transferAmount.amount'],
      [{ purpose: 'x'.repeat(256) }, 'request.purpose'],
      [{ scheduledTimestamp: 'soon' }, 'request.scheduledTimestamp'],
      [{ destinationBeneficiary: undefined }, 'request.destinationBeneficiary'],
    ]
    for (const [change, fieldName] of cases) {
      const answer = await create(order(change))
      expect(answer.status).toBe(400)
      expect(answer.text).toContain(`"${fieldName}"`)
    }
    // Of a destination no form fits: neither too short an IBAN nor a payee without a name.
    for (const destinationBeneficiary of [{ name: 'X', iban: 'DE1' }, { iban: ibanEnding(0) }, { ...ukPayee('1') }])
      expect((await create(order({ destinationBeneficiary }))).status).toBe(400)
    const many = await post('/outgoing_wire_transfers/bulk/create', {
      outgoingWireTransfers: [order(), order({ sourceInstrument: { type: 'managed_accounts', id: 'x' } })],
    })
    expect(many.status).toBe(400)
    expect(many.text).toContain('request.outgoingWireTransfers[1].sourceInstrument.id')
    expect((await post('/outgoing_wire_transfers/bulk/create', {})).status).toBe(400)
  })

  it('is cancelled with a reason or without, and not twice', async () => {
    const [bare, reasoned] = [await made(), await made()]
    expect(await act(bare, 'cancel')).toMatchObject({ status: 200, body: { state: 'CANCELLED' } })
    expect(await act(reasoned, 'cancel', { cancellationReason: 'Wrong payee' })).toMatchObject({
      body: { state: 'CANCELLED', cancellationReason: 'Wrong payee' },
    })
    expect(said(await act(bare, 'cancel'))).toBe('INVALID_STATE')
    expect((await act(bare, 'cancel', { cancellationReason: 'Nope!' })).status).toBe(400)
    const cancelled = await post('/outgoing_wire_transfers/bulk/cancel', {
      cancellations: [{ id: bare }, { id: '404' }],
    })
    expect(cancelled).toMatchObject({
      status: 200,
      body: {
        cancellations: [
          { id: bare, state: 'ERROR', errorCode: 'TRANSACTION_NOT_SCHEDULED' },
          { id: '404', state: 'ERROR', errorCode: 'NOT_FOUND' },
        ],
      },
    })
  })

  it('takes many at once in the older form and looks at them afterwards', async () => {
    const outgoingWireTransfers = [inDollars(), inDollars({ profileId: '9' })]
    const answer = await post('/outgoing_wire_transfers/bulk/create', { outgoingWireTransfers })
    expect(answer.status).toBe(200)
    const ids = (answer.body as { response: { id: string }[] }).response.map(({ id }) => id)
    door.clock.advance(SECOND)
    while (await door.sandbox.run(runDue));
    expect(await Promise.all(ids.map(stateOf))).toEqual(['PENDING_CHALLENGE', 'INVALID'])
  })

  it('is confirmed alone by the older operations', async () => {
    const id = await made()
    const verify = async (verificationCode: string) =>
      said(await act(id, 'challenges/otp/SMS/verify', { verificationCode }))
    expect(await verify(RIGHT)).toBe('STATE_INVALID')
    expect((await act(id, 'challenges/otp/SMS')).status).toBe(204)
    expect(said(await act(id, 'challenges/otp/SMS'))).toBe('STATE_INVALID')
    expect((await act(id, 'challenges/otp/EMAIL')).status).toBe(400)
    expect(await verify('000000')).toBe('VERIFICATION_CODE_INVALID')
    expect(await verify('12345')).toBe(400)
    expect(await verify(RIGHT)).toBe(204)
    expect(await stateOf(id)).toBe('SUBMITTED')
    expect(await verify(RIGHT)).toBe('STATE_INVALID')
    expect(said(await act(id, 'challenges/otp/SMS'))).toBe('STATE_INVALID')
    const exempt = await made(inDollars({ transferAmount: { currency: 'USD', amount: 900 } }))
    expect(await stateOf(exempt)).toBe('SUBMITTED')
    expect(said(await act(exempt, 'challenges/otp/SMS'))).toBe('SCA_EXEMPTION_APPLIED')
    expect(said(await act(exempt, 'challenges/push/AUTHY'))).toBe('SCA_EXEMPTION_APPLIED')
  })

  it('asks a phone, and is rejected by whoever declines there', async () => {
    const [yes, no] = [await made(), await made()]
    for (const id of [yes, no]) expect((await act(id, 'challenges/push/AUTHY')).status).toBe(204)
    expect(said(await act(yes, 'challenges/push/BIOMETRIC'))).toBe('CHANNEL_NOT_REGISTERED')
    const phone = (subject: string, status: 'VERIFIED' | 'DECLINED') =>
      door.inTx(async (ctx) => {
        const challenge = await ctx.tx
          .selectFrom('sandbox_challenge as c')
          .innerJoin('sandbox_confirmation as s', 's.challenge_id', 'c.id')
          .selectAll('c')
          .where('s.subject', '=', subject)
          .where('c.status', '=', 'PENDING')
          .executeTakeFirstOrThrow()
        return answerConfirmation(ctx, challenge, status)
      })
    await phone(yes, 'VERIFIED')
    await phone(no, 'DECLINED')
    expect(await stateOf(yes)).toBe('SUBMITTED')
    expect((await read(no)).body).toMatchObject({ state: 'REJECTED', rejectedInfo: 'USER' })
  })

  it('lists by the parameters of both documents', async () => {
    const path = (query: string) => `/outgoing_wire_transfers?${query}`
    const count = async (query: string) => {
      const { status, body } = await door.call('GET', path(query), { token })
      return status === 200 ? (body as { count: number }).count : status
    }
    await made(inDollars({ tag: 'only' }))
    expect(await count('tag=only')).toBe(1)
    expect(await count(`id=${euros}&type=managed_accounts&state=RETURNED&state=COMPLETED`)).toBe(1)
    expect(await count(`sourceInstrument.id=${dollars}&sourceInstrument.type=managed_accounts&tag=only`)).toBe(1)
    expect(await count('profileId=3003&limit=1&offset=0&tag=only')).toBe(1)
    expect(await count('limit=101')).toBe(400)
    expect(await count('state=DONE')).toBe(400)
    expect(await count('sourceInstrument.type=managed_cards')).toBe(400)
  })
})
