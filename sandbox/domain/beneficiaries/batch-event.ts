import type * as z from 'zod'
import { BasicBeneficiary } from '../../../contract/beneficiaries'
import {
  type BeneficiaryBatchEventType,
  beneficiaryBatchWatch,
  LegacyBankAccountDetailsBeneficiary,
  LegacyBeneficiary,
} from '../../../contract/events/trust'
import type { Ctx } from '../context'
import { emit } from '../outbox/emit'
import { type BatchRow, payeesOf } from './batch-rows'
import type { BeneficiaryRow } from './find-beneficiary'

/** Tells the platform how far a batch is, with all its payees as they are now. */
export async function tellBatch(ctx: Ctx, batch: BatchRow, eventType: BeneficiaryBatchEventType): Promise<void> {
  await emit(ctx, beneficiaryBatchWatch, {
    id: batch.id,
    operation: batch.operation,
    ...(batch.tag !== null && { tag: batch.tag }),
    publishedTimestamp: String(ctx.now()),
    eventType,
    beneficiaries: (await payeesOf(ctx, batch.id)).map(legacyBeneficiary),
  })
}

function legacyBeneficiary(row: BeneficiaryRow): LegacyBeneficiary {
  const payee = BasicBeneficiary.parse(JSON.parse(row.document))
  const { beneficiaryInformation: who, beneficiaryDetails: details } = payee
  const business = 'businessName' in who
  return {
    id: row.id,
    ...(payee.externalRefs && { externalRefs: payee.externalRefs }),
    ...fitting(LegacyBeneficiary, { group: payee.group }),
    trustLevel: payee.trustLevel,
    beneficiaryInformation: business ? { businessBeneficiaryType: who } : { consumerBeneficiaryType: who },
    beneficiaryDetails:
      'instrument' in details
        ? { instrumentDetailsBeneficiary: details }
        : { bankAccountDetailsBeneficiary: legacyBank(business ? who.businessName : who.fullName, details) },
    state: row.state,
    // The column holds nothing but what `validateBatch` writes there.
    ...(row.validation_failure !== null && {
      validationFailure: row.validation_failure as NonNullable<LegacyBeneficiary['validationFailure']>,
    }),
  }
}

type Bank = Extract<BasicBeneficiary['beneficiaryDetails'], { bankAccountDetails: unknown }>

function legacyBank(name: string, { bankAccountDetails: account, ...bank }: Bank) {
  return {
    ...fitting(LegacyBankAccountDetailsBeneficiary, { ...bank, beneficiaryName: name }),
    ...('iban' in account ? { sepaBankDetails: account } : { fasterPaymentsBankDetails: account }),
  }
}

/** What of the values the older form can carry: it is narrower than the API, and the message must go out all the same. */
function fitting<S extends z.ZodObject, V extends object>(schema: S, values: V): Partial<V> {
  const fits = Object.entries(values).filter(([name, value]) => {
    const field: z.core.$ZodType | undefined = schema.shape[name]
    return value !== undefined && field !== undefined && (field as z.ZodType).safeParse(value).success
  })
  return Object.fromEntries(fits) as Partial<V>
}
