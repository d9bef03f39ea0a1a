import * as z from 'zod'
import { CurrencyAmount, forbidden, Id, page, paging, repeatable, ScheduledTimestamp, Tag, Timestamp } from './common'
import { endpoint } from './endpoint'
import { IbanDetails, UkBankDetails } from './managed-accounts'
import { Country } from './people'
import { CancellationReason } from './transfers'
import { OutgoingWireTransferState, OutgoingWireTransferValidationOutcome, SourceAccount } from './wire-transfers'

const line = (most: number) => z.string().min(1).max(most)
const CountryCode = z
  .string()
  .length(2)
  .regex(/^[A-Z]{2}$/)

/** At which bank the originator has the money, by its BIC, and in which account. */
export const CorrespondentBankAccount = z.object({
  account: z
    .string()
    .min(1)
    .max(34)
    .regex(/^[a-zA-Z0-9]{1,34}$/),
  financialInstitution: z
    .string()
    .min(8)
    .max(11)
    .regex(/^[a-zA-Z0-9]{8,11}$/),
})

/** A person on whose behalf is paid. Rules on transfers of funds ask for a document or for the birth as well. */
export const CorrespondentIndividualOriginator = z.object({
  tag: Tag.optional(),
  name: z.string().max(140),
  address: z.string().max(255),
  country: CountryCode,
  bankAccountDetails: CorrespondentBankAccount,
  supplementaryInformation: z
    .union([
      z.object({
        documentType: z.enum(['NATIONAL_ID', 'PASSPORT', 'TAX_ID', 'OTHER']),
        documentNumber: z.string().max(35),
      }),
      z.object({ dateOfBirth: z.iso.date(), placeOfBirth: z.string().max(140) }),
    ])
    .optional(),
})

/** A company on whose behalf is paid; it is told apart from a person by where it is registered. */
export const CorrespondentBusinessOriginator = z.object({
  tag: Tag.optional(),
  name: z.string().max(140),
  registrationAddress: z.string().max(255),
  registrationCountry: CountryCode,
  bankAccountDetails: CorrespondentBankAccount,
  supplementaryInformation: z
    .object({
      documentType: z.enum(['LEI', 'REGISTRATION_NUMBER', 'TAX_ID', 'OTHER']),
      documentNumber: z.string().max(35),
    })
    .optional(),
})

export const CorrespondentOriginator = z.union([CorrespondentIndividualOriginator, CorrespondentBusinessOriginator])
export type CorrespondentOriginator = z.infer<typeof CorrespondentOriginator>

const bank = {
  /** Three lines of 35 at the bank that passes it on. */
  address: line(105),
  bankName: z.string().max(150).optional(),
  bankAddress: line(150).optional(),
  bankCountry: CountryCode.optional(),
  nationality: Country.optional(),
  dateOfBirth: z.iso.date().optional(),
}

/** Who is paid by SEPA or RIX. */
export const CorrespondentIbanBeneficiary = z.object({ name: line(35), ...IbanDetails.shape, ...bank })

/** Who is paid by Faster Payments. The published apostrophe is U+2019. */
export const CorrespondentUkBeneficiary = z.object({
  name: line(35).regex(/^[a-zA-Z0-9/\-?:().,'’+\s#=!"%&*<>;{@\r\n]*$/),
  type: z.enum(['PERSONAL', 'BUSINESS']),
  ...UkBankDetails.shape,
  ...bank,
})

export const CorrespondentBeneficiary = z.union([CorrespondentUkBeneficiary, CorrespondentIbanBeneficiary])
export type CorrespondentBeneficiary = z.infer<typeof CorrespondentBeneficiary>

export const CorrespondentExternalData = z.object({ name: z.string().max(50), value: z.string().max(255) })

const ordered = {
  profileId: Id,
  tag: Tag.optional(),
  sourceInstrument: SourceAccount,
  amount: CurrencyAmount,
  originator: CorrespondentOriginator,
  beneficiary: CorrespondentBeneficiary,
  purpose: z.string().max(255),
  /** The reference that the payee reads. */
  description: z.string().max(35).optional(),
  externalData: z.array(CorrespondentExternalData).optional(),
  scheduledTimestamp: ScheduledTimestamp.optional(),
}

export const CorrespondentBankTransferOrder = z.object(ordered)
export type CorrespondentBankTransferOrder = z.infer<typeof CorrespondentBankTransferOrder>

/** A wire that the identity, itself a financial institution, sends for somebody else. */
export const CorrespondentBankTransfer = z.object({
  id: Id,
  ...ordered,
  state: OutgoingWireTransferState,
  creationTimestamp: Timestamp,
  cancellationReason: CancellationReason.optional(),
  validationOutcomes: z.array(OutgoingWireTransferValidationOutcome).optional(),
})
export type CorrespondentBankTransfer = z.infer<typeof CorrespondentBankTransfer>

const correspondents = { section: 'correspondent-bank-transfers', auth: 'token', since: 'v3' } as const
const params = z.object({ id: Id })

/** Pays on behalf of an originator; somebody looks at the payee check first, and confirms. */
export const correspondentBankTransferCreate = endpoint({
  ...correspondents,
  id: 'correspondentBankTransferCreate',
  summary: 'Send a wire for somebody else',
  method: 'POST',
  path: '/correspondent_bank_transfers',
  permission: 'wires.create',
  idempotent: true,
  body: CorrespondentBankTransferOrder,
  responses: { 200: CorrespondentBankTransfer },
  errors: {
    403: forbidden,
    409: [
      'PROFILE_INACTIVE',
      'MODEL_CONSTRAINTS_VIOLATED',
      'CURRENCY_MISMATCH',
      'SOURCE_INSTRUMENT_BLOCKED',
      'SOURCE_INSTRUMENT_DESTROYED',
      'AMOUNT_INVALID',
      'FUNDS_INSUFFICIENT',
      'SOURCE_NOT_FOUND',
      'FEE_NOT_CONFIGURED_FOR_CURRENCY',
      'TYPE_NOT_SUPPORTED_BY_PROFILE',
      'PROFILE_NOT_FOUND',
      'SCHEDULED_TIMESTAMP_INVALID',
      'BENEFICIARY_BANK_DETAILS_INVALID',
      'ORIGINATOR_DETAILS_INVALID',
      'PROVIDER_REJECTED',
    ],
  },
})

/** Lists the identity's correspondent transfers, newest first; `originator.name` finds parts of a name. */
export const correspondentBankTransfersGet = endpoint({
  ...correspondents,
  id: 'correspondentBankTransfersGet',
  summary: 'List wires for others',
  method: 'GET',
  path: '/correspondent_bank_transfers',
  permission: 'wires.view',
  query: z.object({
    ...paging,
    profileId: Id.optional(),
    'sourceInstrument.id': Id.optional(),
    'sourceInstrument.type': SourceAccount.shape.type.optional(),
    createdFrom: Timestamp.optional(),
    createdTo: Timestamp.optional(),
    executedFrom: Timestamp.optional(),
    executedTo: Timestamp.optional(),
    tag: z.string().optional(),
    state: repeatable(OutgoingWireTransferState).optional(),
    'originator.name': z.string().optional(),
    'originator.type': z.enum(['INDIVIDUAL', 'BUSINESS']).optional(),
    'originator.tag': z.string().optional(),
  }),
  responses: { 200: page('transfer', CorrespondentBankTransfer) },
  errors: { 403: forbidden },
})

export const correspondentBankTransferGet = endpoint({
  ...correspondents,
  id: 'correspondentBankTransferGet',
  summary: 'Read a wire for somebody else',
  method: 'GET',
  path: '/correspondent_bank_transfers/{id}',
  permission: 'wires.view',
  params,
  responses: { 200: CorrespondentBankTransfer },
  errors: { 403: forbidden },
})

/** Calls off a transfer that has not left yet. */
export const correspondentBankTransferCancel = endpoint({
  ...correspondents,
  id: 'correspondentBankTransferCancel',
  summary: 'Cancel a wire for somebody else',
  method: 'POST',
  path: '/correspondent_bank_transfers/{id}/cancel',
  permission: 'wires.create',
  params,
  body: z.object({ cancellationReason: CancellationReason.optional() }).optional(),
  responses: { 200: CorrespondentBankTransfer },
  errors: { 403: forbidden, 409: ['INVALID_STATE'] },
})

/** Goes on after a look at what the payee check said. */
export const correspondentBankTransferConfirm = endpoint({
  ...correspondents,
  id: 'correspondentBankTransferConfirm',
  summary: 'Confirm the payee of a wire for somebody else',
  method: 'POST',
  path: '/correspondent_bank_transfers/{id}/confirm',
  permission: 'wires.create',
  params,
  responses: { 200: CorrespondentBankTransfer },
  errors: { 403: forbidden, 409: ['INVALID_STATE'] },
})
