import * as z from 'zod'
import { OtpChannel, PushChannel } from './authentication-factors'
import { ofChannel, ofCode, ofPush } from './challenge-codes'
import { forbidden, Id, mayStepUp, page, paging, repeatable, Timestamp, VerificationCode } from './common'
import { endpoint } from './endpoint'
import { Cancellation, Transfer } from './transfers'
import {
  OutgoingWireTransfer,
  OutgoingWireTransferOrder,
  OutgoingWireTransferState,
  SourceAccount,
} from './wire-transfers'

const wires = { section: 'outgoing-wire-transfers', auth: 'token' } as const
const params = z.object({ id: Id })

/** Pays a bank account; what state the answer is in says whether somebody must look at the payee or confirm. */
export const outgoingWireTransferCreate = endpoint({
  ...wires,
  id: 'outgoingWireTransferCreate',
  summary: 'Send a wire',
  method: 'POST',
  path: '/outgoing_wire_transfers',
  permission: 'wires.create',
  idempotent: true,
  body: OutgoingWireTransferOrder,
  responses: { 200: OutgoingWireTransfer },
  errors: {
    403: forbidden,
    409: [
      'PROFILE_INACTIVE',
      'MODEL_CONSTRAINTS_VIOLATED',
      'INTERCEPTOR_DENIED_TRANSACTION',
      'INSTRUMENT_DENIED_TRANSACTION',
      'CURRENCY_MISMATCH',
      'SOURCE_INSTRUMENT_BLOCKED',
      'SOURCE_INSTRUMENT_DESTROYED',
      'AMOUNT_INVALID',
      'FUNDS_INSUFFICIENT',
      'SOURCE_NOT_FOUND',
      'FEE_NOT_CONFIGURED_FOR_CURRENCY',
      'TYPE_NOT_SUPPORTED_BY_PROFILE',
      'IDENTITY_KYC_LEVEL_STEPUP_REQUIRED',
      'BENEFICIARY_NOT_FOUND',
      'BENEFICIARY_TYPE_INVALID',
      'PROFILE_NOT_FOUND',
      'SCHEDULED_TIMESTAMP_INVALID',
      'BENEFICIARY_BANK_DETAILS_INVALID',
      'PLUGIN_FILTER_DATA_INVALID',
      'IBAN_UPGRADE_REQUIRED',
      'EXTERNAL_DESTINATION_ACCOUNT_NOT_FOUND',
      'PURPOSE_OF_PAYMENT_REQUIRED',
    ],
  },
})

/** Lists the identity's wires, newest first; the older `instrument` is written as `id=…&type=…`. */
export const outgoingWireTransfersGet = endpoint({
  ...wires,
  id: 'outgoingWireTransfersGet',
  summary: 'List wires',
  method: 'GET',
  path: '/outgoing_wire_transfers',
  permission: 'wires.view',
  query: z.object({
    ...paging,
    profileId: Id.optional(),
    instrument: SourceAccount.partial()
      .refine((one) => one.id !== undefined || one.type !== undefined)
      .optional(),
    'sourceInstrument.id': Id.optional(),
    'sourceInstrument.type': SourceAccount.shape.type.optional(),
    state: repeatable(OutgoingWireTransferState).optional(),
    createdFrom: Timestamp.optional(),
    createdTo: Timestamp.optional(),
    executedFrom: Timestamp.optional(),
    executedTo: Timestamp.optional(),
    tag: z.string().optional(),
  }),
  queryStyle: { instrument: 'exploded' },
  responses: { 200: page('transfer', OutgoingWireTransfer) },
  errors: { 403: mayStepUp },
})

export const outgoingWireTransferGet = endpoint({
  ...wires,
  id: 'outgoingWireTransferGet',
  summary: 'Read a wire',
  method: 'GET',
  path: '/outgoing_wire_transfers/{id}',
  permission: 'wires.view',
  params,
  responses: { 200: OutgoingWireTransfer },
  errors: { 403: mayStepUp },
})

/** Names the payee anew while the wire waits for a look at the payee check, which is then made again. One of the two. */
export const outgoingWireTransferUpdateBeneficiaryName = endpoint({
  ...wires,
  id: 'outgoingWireTransferUpdateBeneficiaryName',
  summary: "Correct the payee's name of a wire",
  method: 'PATCH',
  path: '/outgoing_wire_transfers/{id}',
  permission: 'wires.create',
  params,
  body: z.object({ name: z.string().min(1).max(150).optional(), acceptVerifiedName: z.boolean().optional() }),
  responses: { 200: OutgoingWireTransfer },
  errors: {
    403: forbidden,
    409: [
      'INVALID_STATE',
      'CONFLICT_BENEFICIARYID_NAME',
      'CONFLICT_EXTERNALACCOUNTID_NAME',
      'MODEL_CONSTRAINTS_VIOLATED',
      'NO_NAME_TO_ACCEPT',
    ],
  },
  since: 'v3',
})

/** A PDF that shows a completed wire, and its return where it came back. */
export const outgoingWireTransferPaymentConfirmation = endpoint({
  ...wires,
  id: 'outgoingWireTransferPaymentConfirmation',
  summary: 'Print a wire',
  method: 'GET',
  path: '/outgoing_wire_transfers/{id}/payment_confirmation',
  permission: 'wires.view',
  params,
  responses: { 200: z.string().meta({ format: 'binary' }) },
  media: 'application/pdf',
  errors: { 403: mayStepUp, 409: ['TRANSFER_NOT_COMPLETED'] },
  since: 'v3',
})

/** Calls off a wire that nobody has sent yet. */
export const outgoingWireTransferSingleCancel = endpoint({
  ...wires,
  id: 'outgoingWireTransferSingleCancel',
  summary: 'Cancel a wire',
  method: 'POST',
  path: '/outgoing_wire_transfers/{id}/cancel',
  permission: 'wires.create',
  params,
  body: Transfer.pick({ cancellationReason: true }).optional(),
  responses: { 200: OutgoingWireTransfer },
  errors: { 403: mayStepUp, 409: ['INVALID_STATE'] },
})

/** Goes on with a wire after a look at what the payee check said. */
export const outgoingWireTransferConfirm = endpoint({
  ...wires,
  id: 'outgoingWireTransferConfirm',
  summary: 'Confirm the payee of a wire',
  method: 'POST',
  path: '/outgoing_wire_transfers/{id}/confirm',
  permission: 'wires.create',
  params,
  responses: { 200: OutgoingWireTransfer },
  errors: { 403: mayStepUp, 409: ['INVALID_STATE'] },
})

/** Orders many wires that are looked at afterwards, one by one. Bulks have taken its place. */
export const outgoingWireTransferCreateBulk = endpoint({
  ...wires,
  id: 'outgoingWireTransferCreateBulk',
  summary: 'Send many wires (older form)',
  method: 'POST',
  path: '/outgoing_wire_transfers/bulk/create',
  permission: 'wires.create',
  idempotent: true,
  deprecated: true,
  body: z.object({ outgoingWireTransfers: z.array(OutgoingWireTransferOrder) }),
  responses: { 200: z.object({ response: z.array(OutgoingWireTransfer) }) },
  errors: { 403: forbidden, 409: ['TRANSACTION_LIMIT_EXCEEDED'] },
})

/** Cancels scheduled wires; the answer says of each whether it could be. */
export const outgoingWireTransferCancel = endpoint({
  ...wires,
  id: 'outgoingWireTransferCancel',
  summary: 'Cancel scheduled wires (older form)',
  method: 'POST',
  path: '/outgoing_wire_transfers/bulk/cancel',
  permission: 'wires.create',
  deprecated: true,
  body: z.object({
    cancellations: z.array(Transfer.pick({ id: true, cancellationReason: true })),
  }),
  responses: { 200: z.object({ cancellations: z.array(Cancellation) }) },
  errors: { 403: forbidden },
})

const challenge = { ...wires, method: 'POST', permission: 'payments.confirm', deprecated: true } as const

/** Sends a code that confirms this one wire. `multipleSCAChallenge` has taken its place. */
export const outgoingWireTransferSCAChallenge = endpoint({
  ...challenge,
  id: 'outgoingWireTransferSCAChallenge',
  summary: 'Confirm one wire: send a code (older form)',
  path: '/outgoing_wire_transfers/{id}/challenges/otp/{channel}',
  params: params.extend({ channel: OtpChannel }),
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: [...ofChannel, 'SCA_EXEMPTION_APPLIED'],
  },
})

export const outgoingWireTransferSCAVerify = endpoint({
  ...challenge,
  id: 'outgoingWireTransferSCAVerify',
  summary: 'Confirm one wire: enter the code (older form)',
  path: '/outgoing_wire_transfers/{id}/challenges/otp/{channel}/verify',
  params: params.extend({ channel: OtpChannel }),
  body: z.object({ verificationCode: VerificationCode }),
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: [...ofCode, 'SCA_EXEMPTION_APPLIED'],
  },
})

/** Asks the person's phone to confirm this one wire. */
export const outgoingWireTransferSCAChallengePush = endpoint({
  ...challenge,
  id: 'outgoingWireTransferSCAChallengePush',
  summary: 'Confirm one wire: ask my phone (older form)',
  path: '/outgoing_wire_transfers/{id}/challenges/push/{channel}',
  params: params.extend({ channel: PushChannel }),
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: [...ofPush, 'SCA_EXEMPTION_APPLIED'],
  },
})
