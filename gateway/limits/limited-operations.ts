import type { Kind } from './rules'

export type LimitedKind = Exclude<Kind, 'sign-in' | 'phone' | 'hand-over' | 'stranger'>

/** What each kind of limit covers of the Multi API, by operation id; everything else has the limit of the session alone. */
export const limitedOperations: Readonly<Record<LimitedKind, readonly string[]>> = {
  'code-issue': [
    'stepupSCAChallenge',
    'stepupSCAChallengePush',
    'enrolDeviceUsingOtpStepOne',
    'enrolDeviceUsingPush',
    'multipleSCAChallenge',
    'multipleSCAChallengePush',
    'beneficiaryBatchSCAChallenge',
    'beneficiaryBatchSCAChallengePush',
    'outgoingWireTransferSCAChallenge',
    'outgoingWireTransferSCAChallengePush',
    'sendSCAChallenge',
    'sendSCAChallengePush',
    'corporateRootUserEmailVerificationCodeSend',
    'consumerRootUserEmailVerificationCodeSend',
    'authorisedUserEmailVerificationCodeSend',
  ],
  'code-verify': [
    'stepupSCAVerify',
    'enrolDeviceUsingOtpStepTwo',
    'multipleSCAVerify',
    'beneficiaryBatchSCAVerify',
    'outgoingWireTransferSCAVerify',
    'sendSCAVerify',
    'corporateRootUserEmailVerify',
    'consumerRootUserEmailVerify',
    'authorisedUserEmailVerify',
    'userInviteValidate',
    'userInviteConsume',
    'lostPasswordResume',
  ],
  invite: ['userInviteSend', 'bulksUserInviteSend'],
  'password-reset': ['lostPasswordInitiate', 'passwordCreate', 'passwordUpdate'],
  registration: ['corporateCreate', 'consumerCreate'],
}

const kinds = new Map(
  Object.entries(limitedOperations).flatMap(([kind, ids]) => ids.map((id) => [id, kind as LimitedKind])),
)

/** The limit of an operation, if it has one of its own. */
export const kindOf = (operation: string): LimitedKind | undefined => kinds.get(operation)
