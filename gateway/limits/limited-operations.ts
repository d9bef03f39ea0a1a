import type { Kind } from './rules'

/** What each kind of limit covers of the Multi API, by operation id; everything else has the limit of the session alone. */
export const limitedOperations: Readonly<Record<Exclude<Kind, 'sign-in'>, readonly string[]>> = {
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
  ],
  invite: ['userInviteSend', 'bulksUserInviteSend', 'userInviteValidate', 'userInviteConsume'],
  'password-reset': ['lostPasswordInitiate', 'lostPasswordResume', 'passwordCreate', 'passwordUpdate'],
}

const kinds = new Map(
  Object.entries(limitedOperations).flatMap(([kind, ids]) => ids.map((id) => [id, kind as Exclude<Kind, 'sign-in'>])),
)

/** The limit of an operation, if it has one of its own. */
export const kindOf = (operation: string): Exclude<Kind, 'sign-in'> | undefined => kinds.get(operation)
