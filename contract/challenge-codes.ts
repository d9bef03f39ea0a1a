/** What every challenge may be refused for, whatever it is about. */
export const ofChannel = ['STATE_INVALID', 'CHANNEL_NOT_SUPPORTED', 'CHANNEL_NOT_REGISTERED'] as const

/** What a code may be refused for. */
export const ofCode = [
  ...ofChannel,
  'VERIFICATION_CODE_EXPIRED',
  'VERIFICATION_CODE_INVALID',
  'CHALLENGE_LIMIT_EXCEEDED',
  'ONE_CHALLENGE_LIMIT_REMAINING',
] as const

/** What a question to a phone may be refused for. */
export const ofPush = [...ofChannel, 'CHALLENGE_LIMIT_EXCEEDED'] as const
