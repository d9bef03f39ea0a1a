import type { BasicBeneficiary } from '../../contract/beneficiaries'
import type { Store } from '../../storage/open'
import { openDesk } from './desk'
import { type Answer, field } from './front-door'
import { germanIban, payee, trustBeneficiaries } from './trust'

export type PayeeDesk = Awaited<ReturnType<typeof openPayeeDesk>>
type Row = { id: string; state: string; validationFailure?: string; relatedOperationBatches: unknown[] }

const SECOND = 1000

/** A company, and what tests of its beneficiaries ask for. */
export async function openPayeeDesk(store: Store) {
  const desk = await openDesk(store)
  const { door, actor, call, said, pass } = desk

  const create = (beneficiaries: BasicBeneficiary[], tag?: string) =>
    call('POST', '/beneficiaries', { beneficiaries, ...(tag && { tag }) })
  const batchIdOf = ({ body }: Answer) => (body as { operationBatchId: { batchId: string } }).operationBatchId.batchId
  const rowsOf = async (query: string) => {
    const { body } = await call('GET', `/beneficiaries?${query}`)
    return (body as { beneficiaries: Row[] }).beneficiaries
  }
  const iban = (number: number): BasicBeneficiary['beneficiaryDetails'] => ({
    bankAccountDetails: { iban: germanIban(number) },
  })
  const at = (id: string) => `/beneficiaries/batch/${id}`

  return {
    ...desk,
    create,
    batchIdOf,
    rowsOf,
    iban,
    batchState: async (id: string) => field(await call('GET', at(id)), 'state'),
    states: async (batchId: string) => (await rowsOf(`batchId=${batchId}`)).map((row) => row.state).reverse(),
    challenge: async (id: string) => said(await call('POST', `${at(id)}/challenges/otp/SMS`)),
    verify: async (id: string, verificationCode: string) =>
      said(await call('POST', `${at(id)}/challenges/otp/SMS/verify`, { verificationCode })),
    push: async (id: string, channel = 'AUTHY') => said(await call('POST', `${at(id)}/challenges/push/${channel}`)),
    /** A batch that waits for its challenge. */
    pending: async (...orders: BasicBeneficiary[]) => {
      const batchId = batchIdOf(await create(orders))
      await pass(SECOND)
      return batchId
    },
    trust: (...numbers: number[]) =>
      door.inTx((ctx) =>
        trustBeneficiaries(
          { ...ctx, actor },
          numbers.map((number) => payee(iban(number))),
        ),
      ),
  }
}
